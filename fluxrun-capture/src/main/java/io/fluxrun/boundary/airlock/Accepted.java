package io.fluxrun.boundary.airlock;

import io.fluxrun.hook.Hook;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The connections that servers in this process have accepted, for as long as somebody holds them: what goes over them
 * is an answer. Thread-safe.
 */
final class Accepted {
    private final ConcurrentHashMap<Key, Boolean> connections = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> dead = new ReferenceQueue<>();

    /** Returns the hook on constructors and methods that make the object itself an accepted connection. */
    Hook itself() {
        return new Hook() {
            @Override
            public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
                if (self != null) {
                    add(self);
                }
                return null;
            }
        };
    }

    /** Returns the hook on methods that make their first argument an accepted connection. */
    Hook argument() {
        return new Hook() {
            @Override
            public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
                return arguments[0];
            }

            @Override
            public Object @Nullable [] exit(
                    Object accepted,
                    @Nullable Object self,
                    @Nullable Object[] arguments,
                    @Nullable Object result,
                    @Nullable Throwable thrown) {
                if (thrown == null) {
                    add(accepted);
                }
                return null;
            }
        };
    }

    boolean contains(Object connection) {
        return connections.containsKey(new Probe(connection));
    }

    private void add(Object connection) {
        for (Reference<?> gone = dead.poll(); gone != null; gone = dead.poll()) {
            connections.remove(gone);
        }
        connections.put(new Weak(connection, dead), true);
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
