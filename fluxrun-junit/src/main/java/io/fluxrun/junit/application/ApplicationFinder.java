package io.fluxrun.junit.application;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds the application that a framework has started for a test. One implementation per framework, as a service. */
public interface ApplicationFinder {
    /** Returns the test's application, {@code null} if this framework is not used by it. */
    @Nullable
    Application find(ExtensionContext context);

    /** Asks all frameworks on the class path. */
    static @Nullable Application any(ExtensionContext context) {
        for (var finder : ServiceLoader.load(ApplicationFinder.class, ApplicationFinder.class.getClassLoader())) {
            var application = finder.find(context);
            if (application != null) {
                return application;
            }
        }
        return null;
    }
}
