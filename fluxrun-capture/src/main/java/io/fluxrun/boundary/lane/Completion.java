package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A future is about to be completed: who comes first may decide what the run does. */
final class Completion implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane != null) {
            lane.completing();
        }
        return lane;
    }

    /** Who was not the first comes after whoever was. */
    @Override
    public Object @Nullable [] exit(
            Object lane,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        if (Boolean.FALSE.equals(result)) {
            ((Lane) lane).completionSettled();
        }
        return null;
    }
}
