package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** {@code supplyAsync} or {@code runAsync} has made its task: it has its lane whatever executor runs it. */
final class AsyncTask implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane != null && self != null) {
            HandOver.task(self, lane.child(HandOverSite.find()));
        }
        return null;
    }
}
