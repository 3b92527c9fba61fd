package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A pool or a timer is given a task, its first argument. */
final class TaskHandOver implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        var task = arguments[0];
        Lane stage = task == null ? null : HandOver.takeStage(task);
        if (stage != null) {
            HandOver.task(task, stage);
            return task;
        }
        Lane lane = Scope.current();
        if (lane == null || task == null) {
            return null;
        }
        HandOver.task(task, lane.child(HandOverSite.find()));
        return task;
    }

    @Override
    public Object @Nullable [] exit(
            Object task,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        if (thrown != null) {
            // Rejected: nobody will run it.
            HandOver.notAccepted(task);
        }
        return null;
    }
}
