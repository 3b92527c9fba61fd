package io.fluxrun.boundary.http.url;

import io.fluxrun.boundary.http.wire.Wire;
import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Scope;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** {@code HttpsClient.afterConnect()}: from here on the connection is read and written above TLS, if it is there at all. */
final class HandshakeHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Wire wire = UrlInternals.missing() == null ? UrlInternals.wireOf(self) : null;
        if (self == null || wire == null) {
            return null;
        }
        if (UrlInternals.get().isVirtual(self)) {
            return Hook.answer(null);
        }
        Lane lane = Scope.current();
        HttpURLConnection caller = Caller.current();
        Opening opening = lane != null && caller != null && lane.session() instanceof Recording recording
                ? Opening.begin(recording, lane, caller)
                : null;
        return opening == null ? this : opening;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown)
            throws Throwable {
        if (token instanceof Opening opening) {
            opening.end(thrown);
        }
        if (thrown == null && self != null && UrlInternals.wireOf(self) == null) {
            UrlInternals.get().wire(self);
        }
        return null;
    }
}
