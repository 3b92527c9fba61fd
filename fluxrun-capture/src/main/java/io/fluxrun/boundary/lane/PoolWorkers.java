package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A pool makes a worker: it will serve others than the lane that happens to need it first. */
final class PoolWorkers implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null) {
            return null;
        }
        Lane airlock = lane.session().airlock();
        return new Before(airlock == null ? Scope.suspend() : Scope.bind(airlock));
    }

    @Override
    public Object @Nullable [] exit(
            Object before,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        Scope.restore(((Before) before).lane());
        return null;
    }
}
