package io.fluxrun.boundary.host;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/** Methods that are marked; each has a hook of its own that knows which it is. */
record HostHook(Marks marks) implements Hook {
    @Override
    public Hook at(String type, String method, String descriptor) {
        return new MarkedMethod(marks, type, method, descriptor);
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return null;
    }
}
