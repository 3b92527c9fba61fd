package io.fluxrun.junit.spring;

import io.fluxrun.junit.application.Application;
import io.fluxrun.replay.BootSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A test's Spring context. */
record SpringTestApplication(ApplicationContext context, String test) implements Application {
    static @Nullable Application of(ExtensionContext context) {
        for (Class<?> type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            if (AnnotationSupport.isAnnotated(type, BootstrapWith.class)
                    || AnnotationSupport.isAnnotated(type, ContextConfiguration.class)) {
                return new SpringTestApplication(SpringExtension.getApplicationContext(context), type.getSimpleName());
            }
        }
        return null;
    }

    @Override
    public int port() {
        var port = context.getEnvironment().getProperty("local.server.port", Integer.class);
        if (port == null) {
            throw new IllegalStateException("FluxRun: an HTTP request is replayed on a real port, and " + test
                    + " starts no server. Annotate it with"
                    + " @SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT).");
        }
        return port;
    }

    @Override
    public List<String> blocked() {
        var start = context.getEnvironment().getProperty(RecordedConfiguration.SESSION, BootSession.class);
        return start == null ? List.of() : start.attempts();
    }

    @Override
    public @Nullable Object managed(Class<?> type) {
        return context.getBeanProvider(type).getIfUnique();
    }

    @Override
    public @Nullable String boot() {
        return context.getEnvironment().getProperty(RecordedConfiguration.BOOT);
    }
}
