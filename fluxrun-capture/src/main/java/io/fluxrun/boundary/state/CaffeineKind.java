package io.fluxrun.boundary.state;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Caffeine: no names, no {@code null}, loaders are functions of the key. */
final class CaffeineKind implements CacheKind {
    @Override
    public String name(Object cache) {
        return CaffeineNames.of(cache);
    }

    /** The application's values are of the class loader that runs it. */
    @Override
    public ClassLoader loader(Object cache, Object key) {
        ClassLoader keys = key.getClass().getClassLoader();
        return keys == null || keys == ClassLoader.getPlatformClassLoader()
                ? cache.getClass().getClassLoader()
                : keys;
    }

    @Override
    public Held held(@Nullable Object result) {
        return Held.ofNullable(result);
    }

    @Override
    public @Nullable Object result(Object cache, Held held) {
        return held.value();
    }

    @Override
    public @Nullable Object load(Object cache, Object key, Object function) {
        return loaded(function, key);
    }

    @Override
    public Function<Object, @Nullable Object> inLane(Object function, CacheLane lane) {
        return key -> {
            try {
                return lane.call(() -> loaded(function, key));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e); // a function throws none
            }
        };
    }

    @SuppressWarnings("unchecked") // Caffeine's signature
    private static @Nullable Object loaded(Object function, Object key) {
        return ((Function<Object, @Nullable Object>) function).apply(key);
    }
}
