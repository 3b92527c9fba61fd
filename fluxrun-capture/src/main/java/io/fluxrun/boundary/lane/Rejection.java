package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A pool is full and asks its handler what to do with a task. A handler that runs it does so in the lane it was handed
 * over with: whether the pool was full is a matter of timing.
 */
final class Rejection implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        var task = arguments[0];
        return task == null ? null : LaneBoundary.begin(HandOver.takeBack(task, Scope.current()));
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
