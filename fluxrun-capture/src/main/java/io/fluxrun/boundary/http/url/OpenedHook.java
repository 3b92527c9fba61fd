package io.fluxrun.boundary.http.url;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** {@code HttpClient.openServer(host, port)}: connected, whoever uses the connection later. */
final class OpenedHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return UrlInternals.missing() == null ? self : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object client,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown)
            throws Throwable {
        if (thrown == null) {
            UrlInternals.get().wire(client);
        }
        return null;
    }
}
