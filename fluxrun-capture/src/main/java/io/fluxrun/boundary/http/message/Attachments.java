package io.fluxrun.boundary.http.message;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a client's objects, for as long as somebody holds these. By identity. Thread-safe.
 *
 * @param <V> must not hold the object
 */
public final class Attachments<V> {
    private final ConcurrentHashMap<Key, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    public void put(Object object, V value) {
        for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
            values.remove(key);
        }
        values.put(new Weak(object, gone), value);
    }

    public @Nullable V get(@Nullable Object object) {
        return object == null || values.isEmpty() ? null : values.get(new Probe(object));
    }

    private interface Key {
        @Nullable
        Object object();
    }

    private record Probe(Object object) implements Key {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && that.object() == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    private static final class Weak extends WeakReference<Object> implements Key {
        private final int hash;

        Weak(Object object, ReferenceQueue<Object> queue) {
            super(object, queue);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public @Nullable Object object() {
            return get();
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Key that && that.object() == get() && get() != null);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
