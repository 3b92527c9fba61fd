package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Uses of prior state that are not recorded yet: named while recording, refused in a replay. */
final class RefusedHook implements Hook {
    private final String method;

    RefusedHook() {
        this("");
    }

    private RefusedHook(String method) {
        this.method = method;
    }

    @Override
    public Hook at(String type, String name, String descriptor) {
        return new RefusedHook(name);
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        var lane = Scope.current();
        if (lane == null || self == null) {
            return null;
        }
        String what = method + " on a " + self.getClass().getName();
        if (lane.session() instanceof Replaying replaying) {
            return Hook.fail(replaying.blocked(lane, StateBoundary.NAME, what));
        }
        if (lane.session() instanceof Recording recording) {
            recording.partial("state: " + what + " is not recorded yet");
        }
        return null;
    }
}
