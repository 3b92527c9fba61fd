package io.fluxrun.boundary.http.url;

import io.fluxrun.hook.Hook;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** {@code HttpClient.parseHTTP(headers, …, connection)}: it connects again and sends again if there is no answer. */
final class ParseHook implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return arguments[arguments.length - 1] instanceof HttpURLConnection connection ? Caller.set(connection) : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        Caller.restore((Caller.Before) token);
        return null;
    }
}
