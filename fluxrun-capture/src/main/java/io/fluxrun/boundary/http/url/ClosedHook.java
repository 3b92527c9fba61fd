package io.fluxrun.boundary.http.url;

import io.fluxrun.boundary.http.wire.Wire;
import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** {@code HttpClient.closeServer()}. */
final class ClosedHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Wire wire = UrlInternals.missing() == null ? UrlInternals.wireOf(self) : null;
        if (wire != null) {
            wire.close();
        }
        return null;
    }
}
