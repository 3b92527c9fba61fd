package io.fluxrun.boundary.span;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** Methods that are marked; each has a hook of its own that knows which it is. */
record SpanHook(boolean annotated) implements Hook {
    @Override
    public Hook at(String type, String method, String descriptor) {
        return new SpanMethod(annotated, type, method, descriptor);
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return null;
    }
}
