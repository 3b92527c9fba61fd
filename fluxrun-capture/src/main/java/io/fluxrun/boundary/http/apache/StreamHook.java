package io.fluxrun.boundary.http.apache;

import io.fluxrun.boundary.http.wire.Wire;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.Tracked;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Where a socket's stream is asked for, for good: leads it over the wire, if it is a client's. */
final class StreamHook implements Hook {
    private final Tracked<Wire> wires;

    StreamHook(Tracked<Wire> wires) {
        this.wires = wires;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return wires.get(self);
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var wire = (Wire) token;
        if (result instanceof InputStream input) {
            return Hook.answer(wire.input(input));
        }
        return result instanceof OutputStream output ? Hook.answer(wire.output(output)) : null;
    }
}
