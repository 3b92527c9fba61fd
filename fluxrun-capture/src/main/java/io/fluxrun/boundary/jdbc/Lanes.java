package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Finds the replay on each call: a pooled virtual connection serves many, one after the other. */
final class Lanes {
    private Lanes() {}

    static Answer ask(String operation, boolean write, Value request) {
        var lane = lane(operation);
        return replaying(lane).ask(lane, JdbcBoundary.NAME, operation, write, request);
    }

    /** Returns the lane of a replay. @throws LiveCallBlockedError when this thread has none */
    static Lane lane(String what) {
        var lane = Scope.current();
        if (lane == null || !(lane.session() instanceof Replaying)) {
            throw new LiveCallBlockedError("jdbc: " + what + " was asked of a virtual connection on thread '"
                    + Thread.currentThread().getName()
                    + "', where no replay is active; make the call inside a replayed run, or give this thread"
                    + " a connection that was not opened in a replay.");
        }
        return lane;
    }

    static Replaying replaying(Lane lane) {
        return (Replaying) lane.session();
    }

    static @Nullable Value metadata(String key) {
        var lane = Scope.current();
        return lane != null && lane.session() instanceof Replaying replaying ? replaying.metadata(key) : null;
    }

    static void note(String remark) {
        var lane = Scope.current();
        if (lane != null && lane.session() instanceof Replaying replaying) {
            replaying.note(remark);
        }
    }

    /** Returns the error for what the recorded answer does not say. */
    static DivergedError unanswered(String what) {
        var lane = Scope.current();
        return lane != null && lane.session() instanceof Replaying replaying
                ? replaying.unanswered(lane, JdbcBoundary.NAME, what)
                : new DivergedError("jdbc: " + what);
    }

    static DivergedError unsupported(String method) {
        return unanswered(method + " is not supported by the virtual connection");
    }
}
