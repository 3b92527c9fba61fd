package io.fluxrun.junit.spring;

import io.fluxrun.junit.application.Application;
import io.fluxrun.junit.application.ApplicationFinder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds the context that Spring has started for a test, where Spring is on the class path. */
public final class SpringApplicationFinder implements ApplicationFinder {
    private static final boolean PRESENT = present();

    @Override
    public @Nullable Application find(ExtensionContext context) {
        return PRESENT ? SpringTestApplication.of(context) : null;
    }

    private static boolean present() {
        try {
            var loader = SpringApplicationFinder.class.getClassLoader();
            Class.forName("org.springframework.test.context.junit.jupiter.SpringExtension", false, loader);
            return true;
        } catch (ClassNotFoundException withoutSpring) {
            return false;
        }
    }
}
