package io.fluxrun.boundary.state;

import io.fluxrun.hook.HookPoint;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * State from before the run, recorded where the run uses it: ids that Hibernate's optimizers hand out, what Spring's
 * and Caffeine's caches, Nimbus's key sets and Spring Security's OAuth2 clients hold, {@link StateMethods} of other libraries, and methods that the application marks. Requests
 * are equal when they are the same data.
 */
public final class StateBoundary {
    public static final String NAME = "state";

    private static final String HIBERNATE = "org.hibernate.id.";
    private static final String CACHE = "org.springframework.cache.Cache";
    private static final String JWK_SOURCES = "com.nimbusds.jose.jwk.source.";
    private static final String PRIOR_STATE = "io.fluxrun.PriorState";

    private StateBoundary() {}

    /**
     * Returns where methods named in the configuration are hooked as if marked {@code @PriorState}; empty if none is.
     *
     * @param reads types, {@code com.acme.Rates}, or methods, {@code com.acme.Rates#current}
     */
    public static List<HookPoint> named(Set<String> reads) {
        return reads.isEmpty() ? List.of() : List.of(HookPoint.onMarked(NAME, reads, new StateReadHook(null)));
    }

    /** Returns where the boundary's hooks go. */
    public static List<HookPoint> points() {
        var ids = new IdHook();
        var points = List.of(
                HookPoint.on(NAME, HIBERNATE + "enhanced.SequenceStyleGenerator", ids, "generate"),
                HookPoint.on(NAME, HIBERNATE + "enhanced.TableGenerator", ids, "generate"),
                HookPoint.on(NAME, HIBERNATE + "IncrementGenerator", ids, "generate"),
                HookPoint.onImplementations(
                        NAME,
                        List.of(CACHE),
                        new SpringHook(),
                        "get(Ljava/lang/Object;)",
                        "get(Ljava/lang/Object;Ljava/lang/Class;)",
                        "get(Ljava/lang/Object;Ljava/util/concurrent/Callable;)",
                        "retrieve",
                        "put",
                        "putIfAbsent",
                        "evict",
                        "evictIfPresent",
                        "clear",
                        "invalidate"));
        var known = StateMethods.known().stream().map(StateMethods::point).toList();
        var clients = new OAuth2Kind();
        var others = List.of(
                HookPoint.on(
                        NAME,
                        OAuth2Kind.TYPE,
                        new CacheLookUp(clients, CacheLookUp.Miss.NOTHING),
                        "loadAuthorizedClient"),
                HookPoint.on(
                        NAME,
                        OAuth2Kind.TYPE,
                        new OAuth2Write(clients),
                        "saveAuthorizedClient",
                        "removeAuthorizedClient"),
                HookPoint.onAnnotated(NAME, PRIOR_STATE, new StateReadHook(null)),
                HookPoint.on(NAME, JWK_SOURCES + "JWKSetBasedJWKSource", new JwksHook(), "get"),
                HookPoint.on(NAME, JWK_SOURCES + "RemoteJWKSet", new JwksHook(), "get"));
        return Stream.of(points, CaffeinePoints.points(), known, others)
                .flatMap(List::stream)
                .toList();
    }
}
