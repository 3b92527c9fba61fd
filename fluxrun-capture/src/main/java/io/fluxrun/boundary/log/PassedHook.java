package io.fluxrun.boundary.log;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** {@code java.util.logging.Logger.accessCheckedHandlers()}: asked for once level and filter have let an event pass. */
final class PassedHook implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        var call = LogCall.current();
        if (call != null) {
            call.pass();
        }
        return null;
    }
}
