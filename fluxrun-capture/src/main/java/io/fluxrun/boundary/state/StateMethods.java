package io.fluxrun.boundary.state;

import io.fluxrun.hook.HookPoint;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Methods of a class whose objects live longer than a run. What a read returns or throws is its value, which must be
 * plain data to the application's Jackson; its key is what {@code name} returns and the arguments. Immutable.
 *
 * @param type binary name of the class that declares the methods
 * @param methods names, or names with parameter types: see {@link HookPoint}
 * @param access reads are recorded, and answered in a replay; writes happen in a recording and not in a replay
 * @param name method without parameters that tells one object from another, {@code null}: there is one
 */
public record StateMethods(
        String type,
        Set<String> methods,
        Access access,
        @Nullable String name) {
    /** Whether methods are asked for state or change it. */
    public enum Access {
        READ,
        WRITE
    }

    public StateMethods {
        methods = Set.copyOf(methods);
    }

    HookPoint point() {
        var hook = access == Access.READ ? new StateReadHook(name) : new StateWriteHook();
        return HookPoint.on(StateBoundary.NAME, type, hook, methods.toArray(String[]::new));
    }

    /** Returns what FluxRun knows of libraries. */
    static List<StateMethods> known() {
        String breaker = "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine";
        String atomic = "io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter";
        String semaphore = "io.github.resilience4j.ratelimiter.internal.SemaphoreBasedRateLimiter";
        return List.of(
                read(breaker, "tryAcquirePermission", "acquirePermission", "getState"),
                write(
                        breaker,
                        "releasePermission",
                        "onError",
                        "onSuccess",
                        "onResult",
                        "reset",
                        "transitionToDisabledState",
                        "transitionToMetricsOnlyState",
                        "transitionToForcedOpenState",
                        "transitionToClosedState",
                        "transitionToOpenState",
                        "transitionToOpenStateFor",
                        "transitionToOpenStateUntil",
                        "transitionToHalfOpenState"),
                read(atomic, "acquirePermission", "reservePermission"),
                write(atomic, "drainPermissions", "changeLimitForPeriod", "changeTimeoutDuration"),
                read(semaphore, "acquirePermission", "reservePermission"),
                write(semaphore, "drainPermissions", "changeLimitForPeriod", "changeTimeoutDuration"));
    }

    private static StateMethods read(String type, String... methods) {
        return new StateMethods(type, Set.of(methods), Access.READ, "getName");
    }

    private static StateMethods write(String type, String... methods) {
        return new StateMethods(type, Set.of(methods), Access.WRITE, "getName");
    }
}
