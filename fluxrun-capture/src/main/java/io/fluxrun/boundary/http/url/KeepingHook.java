package io.fluxrun.boundary.http.url;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * {@code KeepAliveCache.get} and {@code put}: a replay takes no connection from outside and leaves none behind; what the
 * cache does with threads and timers is no work of the application's lane.
 */
final class KeepingHook implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null) {
            return null;
        }
        return lane.session() instanceof Replaying ? Hook.answer(null) : new Kept(Scope.suspend());
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        Scope.restore(((Kept) token).before());
        return null;
    }

    private record Kept(@Nullable Lane before) {}
}
