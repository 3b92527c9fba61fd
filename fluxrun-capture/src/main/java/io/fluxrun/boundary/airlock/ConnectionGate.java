package io.fluxrun.boundary.airlock;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A {@link Gate} on a connection that is open already, unless a server in this process has accepted it. */
final class ConnectionGate implements Hook {
    private final Accepted accepted;
    private final Which which;
    private final Gate gate = new Gate("socket", (self, arguments) -> Destinations.connection(self));

    /** Which object of a call is the connection. */
    @FunctionalInterface
    interface Which {
        @Nullable
        Object of(@Nullable Object self, @Nullable Object[] arguments);
    }

    ConnectionGate(Accepted accepted, Which which) {
        this.accepted = accepted;
        this.which = which;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null || (lane.session() instanceof Recording recording && recording.ambient())) {
            return null;
        }
        Object connection = which.of(self, arguments);
        return connection == null || accepted.contains(connection) ? null : gate.enter(connection, arguments);
    }
}
