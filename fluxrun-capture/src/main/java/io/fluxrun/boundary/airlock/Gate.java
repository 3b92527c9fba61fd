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
        /** Returns it; {@code null} if the call stays inside. */
        @Nullable
        Target of(@Nullable Object self, @Nullable Object[] arguments);
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
        Target target = destination.of(self, arguments);
        if (target == null) {
            return null;
        }
        if (lane.session() instanceof Replaying replaying && replaying.allowsLoopback(target.loopbackPort())) {
            return null;
        }
        String what = target.what() + " from " + CallSite.line();
        if (lane.session() instanceof Replaying replaying) {
            return Hook.fail(replaying.blocked(lane, boundary, what));
        }
        if (lane.session() instanceof Recording recording) {
            recording.partial(what);
        }
        return null;
    }
}
