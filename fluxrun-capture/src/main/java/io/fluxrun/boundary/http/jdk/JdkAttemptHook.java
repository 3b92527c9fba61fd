package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.Failures;
import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code Exchange.responseAsync}: one request leaves for the network and a response head comes back. */
final class JdkAttemptHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Throwable {
        if (self == null) {
            return null;
        }
        Object handler = JdkInternals.get().handlerOfAttempt(self);
        if (handler instanceof ReplayedCall<?> call) {
            return call.answer(self);
        }
        if (handler instanceof RecordedCall<?> call) {
            var attempt = call.begin(self);
            return new Sent(attempt, Scope.suspend());
        }
        return null;
    }

    /** Hands the client a future that completes after the attempt knows: redirect and retry begin the next one. */
    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var sent = (Sent) token;
        Scope.restore(sent.before());
        if (!(result instanceof CompletableFuture<?> future)) {
            return null;
        }
        return Hook.answer(
                passingOn(future, sent.attempt(), response -> JdkInternals.get().head(response)));
    }

    /** Returns the future with the same outcome, whatever becomes of FluxRun's part in it. */
    static <T> CompletableFuture<T> passingOn(
            CompletableFuture<T> future, RecordedAttempt attempt, Function<Object, ResponseHead> head) {
        return future.whenComplete((response, failure) -> attempt.aside(() -> {
            if (failure != null) {
                attempt.failed(Failures.cause(failure));
            } else if (response != null) {
                attempt.answered(head.apply(response));
            }
        }));
    }

    private record Sent(RecordedAttempt attempt, @Nullable Lane before) {}
}
