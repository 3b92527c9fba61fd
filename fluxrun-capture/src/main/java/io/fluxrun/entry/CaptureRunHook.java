package io.fluxrun.entry;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** Methods with {@code @CaptureRun}; each has a hook of its own that knows which it is. */
final class CaptureRunHook implements Hook {
    @Override
    public Hook at(String type, String method, String descriptor) {
        return new CapturedMethod(type, method, descriptor);
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return null;
    }
}
