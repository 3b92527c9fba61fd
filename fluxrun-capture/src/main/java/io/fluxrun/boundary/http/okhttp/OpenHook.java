package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** {@code RealCall.initExchange(chain)}: finds or opens a connection; only a failure to is an exchange. */
final class OpenHook implements Hook {
    private final OkCalls calls;

    OpenHook(OkCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Throwable {
        Lane lane = Scope.current();
        Object chain = arguments[0];
        return lane != null && chain != null && lane.session() instanceof Recording recording
                ? new Opening(new OkAttempt(recording, lane, OkRequest.of(chain)), Scope.suspend())
                : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var opening = (Opening) token;
        Scope.restore(opening.before());
        if (thrown != null && self != null) {
            calls.failed(self, opening.attempt());
            opening.attempt().aside(() -> opening.attempt().notConnected(unwrapped(thrown)));
        }
        return null;
    }

    /** OkHttp 4 carries the failure of a route in an exception of its own, which the application never sees. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause != null && thrown.getClass().getName().endsWith(".RouteException") ? cause : thrown;
    }

    private record Opening(OkAttempt attempt, @Nullable Lane before) {}
}
