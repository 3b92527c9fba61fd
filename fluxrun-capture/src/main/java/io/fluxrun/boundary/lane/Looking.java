package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.run.OrderEvent;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Futures are looked at: of those that are complete the first by number wins, so it matters who is by then. */
final class Looking implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        var site = lane == null ? null : HandOverSite.ofApplication();
        if (lane == null || site == null) {
            return null;
        }
        if (lane.session() instanceof Recording recording) {
            recording.waited(lane, OrderEvent.WAIT, site);
        } else if (lane.session() instanceof Replaying replaying) {
            replaying.came(lane, OrderEvent.WAIT, site);
        }
        return null;
    }
}
