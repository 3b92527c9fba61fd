package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** A fork-join task runs, on a worker or on a thread that helps while it waits. */
final class ForkJoinExecution implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return self == null ? null : LaneBoundary.begin(self, null);
    }

    @Override
    public Object @Nullable [] exit(
            Object before,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        LaneBoundary.end(before);
        return null;
    }
}
