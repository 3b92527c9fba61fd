package io.fluxrun.boundary.http.jdk;

import io.fluxrun.hook.Hook;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code Exchange.ignoreBody} and {@code nullBody}: on replay there is no connection to drain or give back. */
final class JdkNoBodyHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Throwable {
        boolean replayed = self != null && JdkInternals.get().handlerOfAttempt(self) instanceof ReplayedCall<?>;
        if (!replayed) {
            return null;
        }
        boolean ignores = arguments.length == 0;
        return Hook.answer(ignores ? CompletableFuture.completedFuture(null) : null);
    }
}
