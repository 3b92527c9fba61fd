package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Asynchronous look-ups: not recorded yet, so they are named and refused. */
final class CacheRetrieveHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        var lane = Scope.current();
        if (lane == null || self == null) {
            return null;
        }
        String what = "an asynchronous look-up in a " + self.getClass().getName();
        if (lane.session() instanceof Replaying replaying) {
            return Hook.fail(replaying.blocked(lane, StateBoundary.NAME, what));
        }
        if (lane.session() instanceof Recording recording) {
            recording.partial("state: " + what + " is not recorded yet");
        }
        return null;
    }
}
