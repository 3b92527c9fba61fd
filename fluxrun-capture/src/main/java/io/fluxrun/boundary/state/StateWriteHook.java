package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Changes of state: in a recording they happen unseen, since what the run reads later is recorded; in a replay they do
 * not happen, since the state may be shared with other replays or lie outside the process.
 */
final class StateWriteHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null) {
            return null;
        }
        if (lane.session() instanceof Replaying) {
            return Hook.answer(null);
        }
        return lane.session() instanceof Recording ? new Writing(Scope.suspend()) : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        Scope.restore(((Writing) token).bound);
        return null;
    }

    private record Writing(@Nullable Lane bound) {}
}
