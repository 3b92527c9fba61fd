package io.fluxrun.boundary.state;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Spring's caches of any provider.
 *
 * @param wraps whether the method hands back a {@code ValueWrapper}
 * @param loads whether it has a loader
 */
record SpringKind(boolean wraps, boolean loads) implements CacheKind {
    @Override
    public String name(Object cache) {
        return SpringCaches.of(cache).name(cache);
    }

    @Override
    public ClassLoader loader(Object cache, Object key) {
        return SpringCaches.of(cache).loader();
    }

    @Override
    public Held held(@Nullable Object result) {
        if (loads) {
            return Held.of(result);
        }
        return result == null || !wraps
                ? Held.ofNullable(result)
                : Held.of(SpringCaches.of(result).unwrap(result));
    }

    @Override
    public @Nullable Object result(Object cache, Held held) throws ReflectiveOperationException {
        if (!held.present()) {
            return null;
        }
        return wraps ? SpringCaches.of(cache).wrap(held.value()) : held.value();
    }

    @Override
    public @Nullable Object load(Object cache, Object key, Object function) throws Throwable {
        try {
            return ((Callable<?>) function).call();
        } catch (Exception e) {
            throw SpringCaches.of(cache).loadFailure(key, function, e);
        }
    }

    @Override
    public Callable<@Nullable Object> inLane(Object function, CacheLane lane) {
        return () -> lane.call((Callable<?>) function);
    }
}
