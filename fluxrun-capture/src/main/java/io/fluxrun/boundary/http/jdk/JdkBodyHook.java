package io.fluxrun.boundary.http.jdk;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** {@code Exchange.readBodyAsync}: on replay the recorded body goes to the application's handler. */
final class JdkBodyHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return arguments[0] instanceof ReplayedCall<?> call ? deliver(call) : null;
    }

    @SuppressWarnings("CatchingUnchecked") // whatever the application's handler throws is the application's
    private static Object[] deliver(ReplayedCall<?> call) {
        try {
            return Hook.answer(call.readBody());
        } catch (RuntimeException | Error e) {
            return Hook.fail(e);
        }
    }
}
