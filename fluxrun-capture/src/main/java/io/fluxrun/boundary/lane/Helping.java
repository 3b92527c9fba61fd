package io.fluxrun.boundary.lane;

import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A thread waits for a task and runs others meanwhile: those that have no lane must not get the waiting one's. */
final class Helping extends Aside {
    @Override
    @Nullable
    Lane leave(Lane lane) {
        Lane before = Scope.suspend();
        Scope.restore(null);
        return before;
    }
}
