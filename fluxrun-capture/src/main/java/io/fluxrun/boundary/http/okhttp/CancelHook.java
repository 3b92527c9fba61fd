package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** {@code RealCall.cancel()}. */
final class CancelHook implements Hook {
    private final OkCalls calls;

    CancelHook(OkCalls calls) {
        this.calls = calls;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return self;
    }

    @Override
    public Object @Nullable [] exit(
            Object call,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        calls.cancels(call);
        return null;
    }
}
