package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * A task is forked, or given to a fork-join pool as the last argument. The parts of a parallel stream stay in one lane:
 * how many there are depends on the machine.
 */
final class ForkJoinHandOver implements Hook {
    private static final String VIRTUAL_THREADS = "java.lang.VirtualThread";

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null || runsVirtualThreads(self)) {
            return null;
        }
        var task = arguments.length == 0 ? self : arguments[arguments.length - 1];
        if (task instanceof ForkJoinTask && !HandOver.awaits(task)) {
            HandOver.task(task, task instanceof CountedCompleter ? lane : lane.child(HandOverSite.find()));
        }
        return null;
    }

    /** Whoever wakes a virtual thread hands nothing over: the thread has a lane of its own. */
    private static boolean runsVirtualThreads(@Nullable Object self) {
        return self instanceof ForkJoinPool pool
                && pool.getFactory().getClass().getName().startsWith(VIRTUAL_THREADS);
    }
}
