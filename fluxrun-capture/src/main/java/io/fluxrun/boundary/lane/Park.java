package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Parking;
import org.jspecify.annotations.Nullable;

/** A thread parks: a replay must know which of its threads wait. */
final class Park implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        return Parking.begins();
    }

    @Override
    public Object @Nullable [] exit(
            Object parking,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        ((Parking) parking).ended();
        return null;
    }
}
