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
    private static final String KEY = "(Ljava/lang/Object;)";
    private static final String KEY_VALUE = "(Ljava/lang/Object;Ljava/lang/Object;)";

    private CaffeinePoints() {}

    static List<HookPoint> points() {
        return Stream.of(PACKAGE + "BoundedLocalCache", PACKAGE + "UnboundedLocalCache")
                .flatMap(CaffeinePoints::points)
                .toList();
    }

    private static Stream<HookPoint> points(String type) {
        return Stream.of(
                on(type, new CaffeineNames(), "<init>"),
                on(type, new CaffeineLookUp(CaffeineLookUp.Miss.NOTHING), "getIfPresent", "getIfPresentQuietly", "get"),
                on(type, new CaffeineLookUp(CaffeineLookUp.Miss.PUT), "putIfAbsent" + KEY_VALUE),
                on(
                        type,
                        new CaffeineLookUp(CaffeineLookUp.Miss.LOAD),
                        "computeIfAbsent(Ljava/lang/Object;Ljava/util/function/Function;ZZ)"),
                on(type, new CaffeineLookUps(), "getAllPresent"),
                on(type, new CaffeineWrite(CaffeineWrite.Kind.PUT), "put" + KEY_VALUE),
                on(type, new CaffeineWrite(CaffeineWrite.Kind.REMOVE), "remove" + KEY),
                on(type, new CaffeineWrite(CaffeineWrite.Kind.REMOVE_VALUE), "remove" + KEY_VALUE),
                on(type, new CaffeineWrite(CaffeineWrite.Kind.CLEAR), "clear"),
                on(
                        type,
                        new RefusedHook(),
                        "compute",
                        "computeIfPresent",
                        "merge",
                        "replace" + KEY_VALUE,
                        "containsKey",
                        "containsValue",
                        "keySet",
                        "values",
                        "entrySet"));
    }

    private static HookPoint on(String type, Hook hook, String... methods) {
        return HookPoint.on(StateBoundary.NAME, type, hook, methods);
    }
}
