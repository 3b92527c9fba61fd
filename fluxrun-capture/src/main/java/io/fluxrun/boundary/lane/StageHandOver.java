package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Something is to be done with a future's result. It gets its lane here, whether it is done at once, because the future
 * is complete, or later by whoever completes it.
 */
final class StageHandOver implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        var site = lane == null || lane.isShadow() ? null : HandOverSite.ofApplication();
        if (lane == null || site == null) {
            return null;
        }
        Lane stage = lane.stage(site);
        stage.begun();
        return new Work(stage, Scope.bind(stage));
    }

    @Override
    public Object @Nullable [] exit(
            Object work,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        LaneBoundary.end(work);
        return null;
    }
}
