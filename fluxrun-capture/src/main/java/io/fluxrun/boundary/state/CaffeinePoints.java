package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where Caffeine's caches meet: the two maps that every kind of cache and its {@code asMap()} end in. An asynchronous
 * cache is such a map of futures.
 */
final class CaffeinePoints {
    private static final String PACKAGE = "com.github.benmanes.caffeine.cache.";
    private static final CacheKind KIND = new CaffeineKind();
    private static final String KEY = "(Ljava/lang/Object;)";
    private static final String KEY_VALUE = "(Ljava/lang/Object;Ljava/lang/Object;)";

    /** Asynchronous caches use a form of their own for what they complete. */
    private static final String REPLACE_VALUE = "replace(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)";

    private CaffeinePoints() {}

    static List<HookPoint> points() {
        var maps = Stream.of(PACKAGE + "BoundedLocalCache", PACKAGE + "UnboundedLocalCache")
                .flatMap(CaffeinePoints::points);
        // From 3.3 on.
        return Stream.concat(maps, Stream.of(on(PACKAGE + "LocalCache", new RefusedHook(), REPLACE_VALUE)))
                .toList();
    }

    private static Stream<HookPoint> points(String type) {
        return Stream.of(
                on(type, new CaffeineNames(), "<init>"),
                on(type, new CacheLookUp(KIND, CacheLookUp.Miss.NOTHING), "getIfPresent", "getIfPresentQuietly", "get"),
                on(type, new CacheLookUp(KIND, CacheLookUp.Miss.PUT), "putIfAbsent" + KEY_VALUE),
                on(
                        type,
                        new CacheLookUp(KIND, CacheLookUp.Miss.LOAD),
                        "computeIfAbsent(Ljava/lang/Object;Ljava/util/function/Function;ZZ)"),
                on(type, new CacheProbe(KIND, false), "containsKey"),
                on(type, new CacheLookUps(KIND), "getAllPresent"),
                on(type, new CacheWrite(CacheWrite.Kind.PUT), "put" + KEY_VALUE),
                on(type, new CacheWrite(CacheWrite.Kind.PUT_ALL), "putAll"),
                on(type, new CacheWrite(CacheWrite.Kind.REMOVE), "remove" + KEY),
                on(type, new CacheWrite(CacheWrite.Kind.REMOVE_VALUE), "remove" + KEY_VALUE),
                on(type, new CacheWrite(CacheWrite.Kind.CLEAR), "clear"),
                on(
                        type,
                        new RefusedHook(),
                        "compute",
                        "computeIfPresent",
                        "merge",
                        "replace" + KEY_VALUE,
                        REPLACE_VALUE,
                        "replaceAll",
                        "forEach",
                        "size",
                        "isEmpty",
                        "containsValue",
                        "keySet",
                        "values",
                        "entrySet"));
    }

    private static HookPoint on(String type, Hook hook, String... methods) {
        return HookPoint.on(StateBoundary.NAME, type, hook, methods);
    }
}
