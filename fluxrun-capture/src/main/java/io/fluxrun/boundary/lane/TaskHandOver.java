package io.fluxrun.boundary.lane;

import static java.util.Objects.requireNonNull;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
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
        Lane lane = Scope.current();
        if (task == null || (stage == null && lane == null) || hasItsLane(task)) {
            return null;
        }
        Lane child = stage == null ? requireNonNull(lane).child(HandOverSite.find()) : stage;
        // A timer's tasks are run by its thread, and belong to one timer only.
        HandOver.task(task, self instanceof Timer ? null : self, child);
        return child;
    }

    /** See {@link AsyncTask}. */
    private static boolean hasItsLane(Object task) {
        return task instanceof CompletableFuture.AsynchronousCompletionTask && HandOver.awaits(task);
    }

    @Override
    public Object @Nullable [] exit(
            Object child,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var task = arguments[0];
        if (thrown != null && task != null) {
            // Rejected: nobody will run it.
            HandOver.notAccepted(task, (Lane) child);
        }
        return null;
    }
}
