package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A thread waits for a task and runs others meanwhile: those that have no lane must not get the waiting one's. */
final class Helping implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null) {
            return null;
        }
        var before = new Before(Scope.suspend());
        Scope.restore(null);
        return before;
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
