package io.fluxrun.boundary.http.apache;

import io.fluxrun.boundary.http.wire.Wire;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.Tracked;
import org.jspecify.annotations.Nullable;

/** {@code BHttpConnectionBase.bind(holder)}: what the holder of the socket gives out belongs to the connection's wire. */
final class BindHook implements Hook {
    private final Tracked<Wire> wires;

    BindHook(Tracked<Wire> wires) {
        this.wires = wires;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Wire wire = wires.get(self);
        if (wire != null && arguments[0] != null) {
            wires.put(arguments[0], wire);
        }
        return null;
    }
}
