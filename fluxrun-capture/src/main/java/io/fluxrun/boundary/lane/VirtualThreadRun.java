package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** The body of a virtual thread; for a platform thread, see {@link ThreadEnd}. */
final class VirtualThreadRun implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return Scope.current() == null ? null : self;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        Scope.threadEnds();
        return null;
    }
}
