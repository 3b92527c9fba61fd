package io.fluxrun.boundary.airlock;

import io.fluxrun.hook.CallSite;
import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Closed to a replay, open but noted in a recording, not there outside runs and inside known exchanges. */
final class Gate implements Hook {
    private final String boundary;
    private final Destination destination;

    /** What a call leaves the JVM for. */
    @FunctionalInterface
    interface Destination {
        /** Returns it for a message, {@code socket to 10.0.0.7:6379}; {@code null} if the call stays inside. */
        @Nullable
        String of(@Nullable Object self, @Nullable Object[] arguments);
    }

    Gate(String boundary, Destination destination) {
        this.boundary = boundary;
        this.destination = destination;
    }

    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null) {
            return null;
        }
        String what = destination.of(self, arguments);
        if (what == null) {
            return null;
        }
        what += " from " + CallSite.line();
        if (lane.session() instanceof Replaying replaying) {
            return Hook.fail(replaying.blocked(lane, boundary, what));
        }
        if (lane.session() instanceof Recording recording) {
            recording.partial(what);
        }
        return null;
    }
}
