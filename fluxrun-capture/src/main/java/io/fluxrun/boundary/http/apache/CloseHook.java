package io.fluxrun.boundary.http.apache;

import io.fluxrun.boundary.http.message.Inside;
import io.fluxrun.boundary.http.wire.Wire;
import io.fluxrun.hook.Tracked;
import org.jspecify.annotations.Nullable;

/** A connection is closed, by its client. */
final class CloseHook extends Inside {
    private final Tracked<Wire> wires;

    CloseHook(Tracked<Wire> wires) {
        this.wires = wires;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Wire wire = wires.get(self);
        if (wire != null) {
            wire.close();
        }
        return wire == null ? null : super.enter(self, arguments);
    }
}
