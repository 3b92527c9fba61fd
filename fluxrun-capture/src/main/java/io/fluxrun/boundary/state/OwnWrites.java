package io.fluxrun.boundary.state;

import io.fluxrun.scope.Lane;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a run itself put into caches and took out of them: no state from before it. Thread-safe. */
final class OwnWrites {
    private final Map<Same, Own> caches = new ConcurrentHashMap<>();

    static OwnWrites of(Lane lane) {
        return lane.kept(OwnWrites.class, OwnWrites::new);
    }

    /** Returns what the run itself made of the key; {@code null} if it is as it was before the run. */
    @Nullable
    Held find(Object cache, Object key) {
        var own = caches.get(new Same(cache));
        if (own == null) {
            return null;
        }
        var value = own.values.get(key);
        return value == null && own.cleared ? Held.ABSENT : value;
    }

    void put(Object cache, Object key, Held value) {
        own(cache).values.put(key, value);
    }

    void clear(Object cache) {
        var own = own(cache);
        own.cleared = true;
        own.values.clear();
    }

    private Own own(Object cache) {
        return caches.computeIfAbsent(new Same(cache), key -> new Own());
    }

    private static final class Own {
        private final Map<Object, Held> values = new ConcurrentHashMap<>();
        private volatile boolean cleared;
    }

    /** A cache is itself: some are equal to others with the same content. */
    private record Same(Object cache) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Same same && same.cache == cache;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(cache);
        }
    }
}
