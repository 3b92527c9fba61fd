package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Parking;
import org.jspecify.annotations.Nullable;

/** A thread is woken, and runs as soon as it is given a processor. */
final class Unpark implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Parking.wakes((Thread) arguments[0]);
        return null;
    }
}
