package io.fluxrun.boundary.log;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** A handler that gives {@code java.util.logging}'s events to another framework. */
final class BridgeHook implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        var call = LogCall.about(arguments[0]);
        if (call != null) {
            call.handOn();
        }
        return null;
    }
}
