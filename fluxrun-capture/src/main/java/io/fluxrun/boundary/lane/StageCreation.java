package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** What waits for a future is made, in the lane that it gets. What only passes results on is nobody's. */
final class StageCreation implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane != null
                && lane.isStage()
                && self != null
                && !self.getClass().getName().endsWith("Relay")) {
            HandOver.stage(self, lane);
        }
        return null;
    }
}
