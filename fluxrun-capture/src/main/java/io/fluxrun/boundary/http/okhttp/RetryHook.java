package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** {@code RealCall.retryAfterFailure()}: whether another route is left, which a replay has none of, is recorded. */
final class RetryHook implements Hook {
    private final OkCalls calls;

    RetryHook(OkCalls calls) {
        this.calls = calls;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        return lane != null && lane.session() instanceof Replaying
                ? Hook.answer(calls.isRetried(self))
                : calls.failed(self);
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        if (Boolean.TRUE.equals(result)) {
            ((OkAttempt) token).retried();
        }
        return null;
    }
}
