package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.concurrent.CountedCompleter;
import org.jspecify.annotations.Nullable;

/** A task is invoked and waited for. The root of a parallel stream opens the lane of all its parts. */
final class ForkJoinInvocation implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane != null && self instanceof CountedCompleter) {
            HandOver.task(self, lane.group(HandOverSite.find()));
        }
        return null;
    }
}
