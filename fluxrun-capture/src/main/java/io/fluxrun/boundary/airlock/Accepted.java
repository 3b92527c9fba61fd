package io.fluxrun.boundary.airlock;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.Tracked;
import org.jspecify.annotations.Nullable;

/**
 * The connections that servers in this process have accepted, for as long as somebody holds them: what goes over them
 * is an answer. Thread-safe.
 */
final class Accepted {
    private final Tracked<Boolean> connections = new Tracked<>();

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
        return connections.get(connection) != null;
    }

    private void add(Object connection) {
        connections.put(connection, true);
    }
}
