package io.fluxrun.boundary.http.url;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** {@code HttpClient.parseHTTPHeader(headers, connection)}: has the socket's stream, and has not read from it. */
final class InputHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        if (self != null && UrlInternals.missing() == null) {
            UrlInternals.get().wireInput(self);
        }
        return null;
    }
}
