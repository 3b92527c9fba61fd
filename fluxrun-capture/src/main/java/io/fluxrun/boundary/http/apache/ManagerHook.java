package io.fluxrun.boundary.http.apache;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The client closes its connection manager for good when an {@code Error} comes by while it sends: a divergence must not
 * end the client that later replays share.
 */
final class ManagerHook implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        boolean sending = lane != null && lane.session() instanceof Replaying && Sender.current() != null;
        return sending ? Hook.answer(null) : null;
    }
}
