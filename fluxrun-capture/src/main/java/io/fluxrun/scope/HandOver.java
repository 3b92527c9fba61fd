package io.fluxrun.scope;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Work that has been handed over but not begun: which lane a task or a started thread will belong to. Tasks are told
 * apart by identity and are never wrapped, so an executor's queue and its rejection handler see the application's own
 * objects. Thread-safe.
 */
public final class HandOver {
    private static final ConcurrentHashMap<Identity, Lane> TASKS = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Identity, Lane> THREADS = new ConcurrentHashMap<>();

    private HandOver() {}

    /** Registers a task for a lane; the first registration of a task counts. */
    public static void task(Object task, Lane lane) {
        hold(TASKS, task, lane);
    }

    /** Whether a task is registered and has not begun. */
    public static boolean awaits(Object task) {
        return !TASKS.isEmpty() && TASKS.containsKey(new Identity(task));
    }

    /** Registers a thread that is about to start for a lane. */
    public static void thread(Thread thread, Lane lane) {
        hold(THREADS, thread, lane);
    }

    /** A session that closes meanwhile may have forgotten its work already. */
    private static void hold(ConcurrentHashMap<Identity, Lane> held, Object object, Lane lane) {
        var identity = new Identity(object);
        held.putIfAbsent(identity, lane);
        if (lane.session().closed()) {
            held.remove(identity, lane);
        }
    }

    /** Forgets a thread that could not be started. */
    public static void notStarted(Thread thread) {
        THREADS.remove(new Identity(thread));
    }

    /** Returns the lane a task was handed over with and forgets it; {@code null} if it was not. */
    public static @Nullable Lane take(Object task) {
        return TASKS.isEmpty() ? null : TASKS.remove(new Identity(task));
    }

    /**
     * Forgets what a session handed over and nobody began. A living thread that has not asked for its lane yet stays
     * known unless the session is closed: it may outlive a replay, and must stay blocked.
     */
    public static void forget(Session session) {
        TASKS.values().removeIf(lane -> lane.session() == session);
        THREADS.entrySet()
                .removeIf(started -> started.getValue().session() == session
                        && (session.closed() || !started.getKey().isAliveThread()));
    }

    static @Nullable Lane startedThread(Thread thread) {
        return THREADS.isEmpty() ? null : THREADS.remove(new Identity(thread));
    }

    private static final class Identity {
        private final Object object;

        Identity(Object object) {
            this.object = object;
        }

        boolean isAliveThread() {
            return object instanceof Thread thread && thread.getState() != Thread.State.TERMINATED;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity that && that.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }
}
