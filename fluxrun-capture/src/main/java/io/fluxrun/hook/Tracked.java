package io.fluxrun.hook;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What hooks know about the application's objects, by identity and for as long as the application holds them. A value must
 * not refer to its key, or neither is ever let go. Thread-safe.
 *
 * @param <V> what is known, never {@code null}
 */
public final class Tracked<V> {
    private final ConcurrentHashMap<Key, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> dead = new ReferenceQueue<>();

    /** Returns what is known of the object, {@code null}: nothing. */
    public @Nullable V get(@Nullable Object object) {
        return object == null || values.isEmpty() ? null : values.get(new Probe(object));
    }

    /** Replaces what is known of the object. */
    public void put(Object object, V value) {
        for (var gone = dead.poll(); gone != null; gone = dead.poll()) {
            values.remove(gone);
        }
        values.put(new Weak(object, dead), value);
    }

    /** Forgets the object; does nothing if it is not known. */
    public void remove(Object object) {
        values.remove(new Probe(object));
    }

    private interface Key {
        @Nullable
        Object object();
    }

    private record Probe(Object object) implements Key {
        @Override
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
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Key that && that.object() == get() && get() != null);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
