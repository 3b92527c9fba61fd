package io.fluxrun.boundary.http.url;

import io.fluxrun.boundary.http.message.Inside;
import io.fluxrun.boundary.http.wire.Wire;
import org.jspecify.annotations.Nullable;

/** {@code HttpClient.closeServer()}. */
final class ClosedHook extends Inside {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Wire wire = UrlInternals.missing() == null ? UrlInternals.wireOf(self) : null;
        if (wire != null) {
            wire.close();
        }
        return super.enter(self, arguments);
    }
}
