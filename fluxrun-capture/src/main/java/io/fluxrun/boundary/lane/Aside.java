package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A thread with a lane does what is not that lane's business, and has its lane back afterwards. */
abstract class Aside implements Hook {
    /** Takes the lane off the thread and returns what {@link Scope#restore} is to put back. */
    abstract @Nullable Lane leave(Lane lane);

    @Override
    public final @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        return lane == null ? null : new Before(leave(lane));
    }

    @Override
    public final Object @Nullable [] exit(
            Object before,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        Scope.restore(((Before) before).lane());
        return null;
    }
}
