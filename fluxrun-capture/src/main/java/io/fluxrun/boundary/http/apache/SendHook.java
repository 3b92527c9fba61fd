package io.fluxrun.boundary.http.apache;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** Where a request goes to a connection that may have to be opened for it. */
final class SendHook implements Hook {
    private final Request request;

    /** Finds the request in the arguments. */
    interface Request {
        Sender.Sent of(@Nullable Object[] arguments) throws Throwable;
    }

    SendHook(Request request) {
        this.request = request;
    }

    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Throwable {
        return Sender.set(request.of(arguments));
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        Sender.restore((Sender.Before) token);
        return null;
    }
}
