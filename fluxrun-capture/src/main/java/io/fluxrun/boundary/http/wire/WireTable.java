package io.fluxrun.boundary.http.wire;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The wires of a client's connections, for as long as somebody holds these. By identity. Thread-safe. */
public final class WireTable {
    private final ConcurrentHashMap<Key, Wire> wires = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    public void put(Object connection, Wire wire) {
        for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
            wires.remove(key);
        }
        wires.put(new Weak(connection, gone), wire);
    }

    public @Nullable Wire get(@Nullable Object connection) {
        return connection == null ? null : wires.get(new Probe(connection));
    }

    private interface Key {
        @Nullable
        Object connection();
    }

    private record Probe(Object connection) implements Key {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && that.connection() == connection;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(connection);
        }
    }

    private static final class Weak extends WeakReference<Object> implements Key {
        private final int hash;

        Weak(Object connection, ReferenceQueue<Object> queue) {
            super(connection, queue);
            this.hash = System.identityHashCode(connection);
        }

        @Override
        public @Nullable Object connection() {
            return get();
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Key that && that.connection() == get() && get() != null);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
