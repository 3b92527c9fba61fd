package io.fluxrun.boundary.lane;

import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A pool makes a worker: it will serve others than the lane that happens to need it first. */
final class PoolWorkers extends Aside {
    @Override
    @Nullable
    Lane leave(Lane lane) {
        Lane airlock = lane.session().airlock();
        return airlock == null ? Scope.suspend() : Scope.bind(airlock);
    }
}
