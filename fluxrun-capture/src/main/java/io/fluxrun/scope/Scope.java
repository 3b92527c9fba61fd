package io.fluxrun.scope;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Binds lanes to threads. Costs one volatile read while no session is open anywhere.
 *
 * <p>While a boundary performs an exchange, and while FluxRun does work of its own, the thread's lane is
 * {@linkplain #suspend() suspended}: nothing nested is recorded or answered.
 */
public final class Scope {
    private static final ThreadLocal<@Nullable Lane> CURRENT = new ThreadLocal<>();
    private static final AtomicInteger OPEN = new AtomicInteger();
    private static final Lane SUSPENDED = Lane.main(new NoSession());
    private static volatile @Nullable Lane ambient;

    private Scope() {}

    /** Declares that a session has opened: until {@link #sessionClosed} threads look for their lane. */
    public static void sessionOpened() {
        OPEN.incrementAndGet();
    }

    public static void sessionClosed() {
        OPEN.decrementAndGet();
    }

    /** Returns this thread's lane; {@code null} outside a run and inside an exchange. */
    public static @Nullable Lane current() {
        if (OPEN.get() == 0) {
            return null;
        }
        Lane lane = CURRENT.get();
        if (lane == null) {
            lane = HandOver.startedThread(Thread.currentThread());
            if (lane == null) {
                lane = ambient;
                return lane == null || lane.session().closed() ? null : lane;
            }
            CURRENT.set(lane);
            lane.begun();
        }
        if (lane == SUSPENDED) {
            return null;
        }
        if (lane.session().closed()) {
            // A thread that outlives its run must not keep the run in memory.
            CURRENT.remove();
            return null;
        }
        return lane;
    }

    /** Called when a thread that was started in a lane ends: nothing is bound to it any more. */
    public static void threadEnds() {
        if (OPEN.get() == 0) {
            return;
        }
        Lane lane = CURRENT.get();
        CURRENT.remove();
        if (lane == null) {
            lane = HandOver.startedThread(Thread.currentThread());
        }
        if (lane != null && lane != SUSPENDED) {
            lane.ended();
        }
    }

    /** Binds a lane to this thread and returns what was bound before, for {@link #restore}. */
    public static @Nullable Lane bind(Lane lane) {
        Lane before = CURRENT.get();
        CURRENT.set(lane);
        return before;
    }

    /** Ends a {@link #bind} or {@link #suspend}. */
    public static void restore(@Nullable Lane before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    /** Hides this thread's lane until {@link #restore} is called with what this returns. */
    public static @Nullable Lane suspend() {
        return bind(SUSPENDED);
    }

    /**
     * Sets the lane of threads that have none: the recording of an application's start. {@code null} ends it.
     */
    public static void ambient(@Nullable Lane lane) {
        ambient = lane;
    }

    private static final class NoSession implements Session {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public boolean closed() {
            return true;
        }

        @Override
        public void laneOpened(Lane child) {}
    }
}
