package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Where a completion meets others: it passes a result on to a future that was complete already, or puts itself into a
 * queue, whose lock it holds.
 */
final class Settling implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return Scope.current();
    }

    @Override
    public Object @Nullable [] exit(
            Object lane,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        if (!Boolean.TRUE.equals(result)) {
            ((Lane) lane).completionSettled();
        }
        return null;
    }
}
