package io.fluxrun.boundary.log;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** A message that is appended to a buffer: its text is what has been added. */
final class BufferHook implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        var call = LogCall.about(self);
        return call == null || !(arguments[0] instanceof StringBuilder buffer)
                ? null
                : new Appending(call, buffer.length());
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var appending = (Appending) token;
        if (thrown == null && arguments[0] instanceof StringBuilder buffer) {
            appending.call.formatted(buffer.substring(appending.start));
        }
        return null;
    }

    private record Appending(LogCall call, int start) {}
}
