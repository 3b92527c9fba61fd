package io.fluxrun.junit.spring;

import io.fluxrun.reentry.Hooks;
import io.fluxrun.replay.BootSession;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Starts a replaying test's application in the recorded world: its thread, and every thread it starts, is in a lane that
 * only the recorded boot answers.
 */
public final class ReplayedStart implements ApplicationListener<SpringApplicationEvent>, Ordered {
    private static final Map<SpringApplication, Start> STARTING = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        var application = event.getSpringApplication();
        if (event instanceof ApplicationStartingEvent) {
            begin(application);
        } else if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
            var start = STARTING.get(application);
            if (start != null) {
                start.configuration().applyTo(prepared.getEnvironment());
            }
        } else if (event instanceof ApplicationReadyEvent || event instanceof ApplicationFailedEvent) {
            var start = STARTING.remove(application);
            if (start != null) {
                Scope.restore(start.before());
            }
        }
    }

    /** Before Spring Boot reads configuration files, so that the recorded profiles count. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private static void begin(SpringApplication application) {
        // Spring Boot's test support makes the test class the main class of the application that it starts.
        var fixture = TestBoot.of(application.getMainApplicationClass());
        if (fixture == null) {
            return;
        }
        Hooks.install();
        var run = fixture.fixture().run();
        var session = new BootSession(fixture.boot(), run.info(), Hooks.requestKeys());
        var configuration = new RecordedConfiguration(String.valueOf(run.boot()), fixture.boot(), session);
        STARTING.put(application, new Start(configuration, Scope.bind(session.main())));
    }

    /** @param before what was bound to the test's thread */
    private record Start(
            RecordedConfiguration configuration, @Nullable Lane before) {}
}
