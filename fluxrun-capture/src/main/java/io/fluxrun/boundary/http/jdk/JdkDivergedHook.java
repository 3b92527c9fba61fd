package io.fluxrun.boundary.http.jdk;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** {@code HttpClientImpl.send} turns every error into an IOException, which retry code takes for a transient fault. */
final class JdkDivergedHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        return lane != null && lane.session() instanceof Replaying ? lane : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 8; depth++) {
            if (cause instanceof DivergedError) {
                return Hook.fail(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
