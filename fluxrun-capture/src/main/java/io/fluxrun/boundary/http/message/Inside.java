package io.fluxrun.boundary.http.message;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A method of a client in which what reaches a socket belongs to an exchange: closing, over TLS, and probing. Not in a
 * replay, whose own connections have no socket.
 */
public class Inside implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        return lane == null || lane.session() instanceof Replaying ? null : new Suspended(Scope.suspend());
    }

    @Override
    public final Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        Scope.restore(((Suspended) token).before());
        return null;
    }

    private record Suspended(@Nullable Lane before) {}
}
