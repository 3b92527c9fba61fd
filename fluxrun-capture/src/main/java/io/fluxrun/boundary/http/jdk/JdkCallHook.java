package io.fluxrun.boundary.http.jdk;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.DivergedError;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code MultiExchange.responseAsync}, on the sender's thread: a replay asks here, so that requests are matched in the
 * order in which they are sent.
 */
final class JdkCallHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Throwable {
        if (self == null || !(JdkInternals.get().handlerOfCall(self) instanceof ReplayedCall<?> call)) {
            return null;
        }
        try {
            call.askFirst(JdkInternals.get().requestOfCall(self));
            return null;
        } catch (DivergedError e) {
            return refuse(call, e);
        } catch (Throwable e) {
            return refuse(call, call.unplayable(e));
        }
    }

    private static Object[] refuse(ReplayedCall<?> call, DivergedError e) {
        return call.async() ? Hook.answer(CompletableFuture.failedFuture(e)) : Hook.fail(e);
    }
}
