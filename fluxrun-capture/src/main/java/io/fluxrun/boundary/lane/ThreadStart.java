package io.fluxrun.boundary.lane;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A thread is started: it belongs to the lane that starts it, as a child. */
final class ThreadStart implements Hook {
    private static final String TIMER_THREAD = "java.util.TimerThread";

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null || !(self instanceof Thread thread) || ofTheJdk(thread)) {
            return null;
        }
        Lane airlock = lane.session().airlock();
        if (thread.getClass().getName().equals(TIMER_THREAD)) {
            lane = airlock;
        }
        if (lane != null) {
            // A pool's worker outlives the run, see PoolWorkers: it is in the airlock, not in a child of it.
            HandOver.thread(thread, lane == airlock ? lane : lane.child(HandOverSite.find()));
        }
        return thread;
    }

    @Override
    public Object @Nullable [] exit(
            Object thread,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        if (thrown != null) {
            HandOver.notStarted((Thread) thread);
        }
        return null;
    }

    /** The JDK's own threads are started once, by whoever comes first: they are nobody's work. */
    private static boolean ofTheJdk(Thread thread) {
        var type = thread.getClass().getName();
        return type.startsWith("jdk.internal.") || type.startsWith("sun.");
    }
}
