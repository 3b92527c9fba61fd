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

    /** Registers a task that the current lane hands over; does nothing outside a lane. */
    public static void task(Object task, String site) {
        Lane lane = Scope.current();
        if (lane != null) {
            TASKS.putIfAbsent(new Identity(task), lane.child(site));
        }
    }

    /** Registers a thread that the current lane starts; does nothing outside a lane. */
    public static void thread(Thread thread, String site) {
        Lane lane = Scope.current();
        if (lane != null) {
            THREADS.put(new Identity(thread), lane.child(site));
        }
    }

    /** Returns the lane a task was handed over with and forgets it; {@code null} if it was not. */
    public static @Nullable Lane take(Object task) {
        return TASKS.isEmpty() ? null : TASKS.remove(new Identity(task));
    }

    /** Forgets what a session handed over and nobody began. */
    public static void forget(Session session) {
        TASKS.values().removeIf(lane -> lane.session() == session);
        THREADS.values().removeIf(lane -> lane.session() == session);
    }

    static @Nullable Lane startedThread(Thread thread) {
        return THREADS.isEmpty() ? null : THREADS.remove(new Identity(thread));
    }

    private static final class Identity {
        private final Object object;

        Identity(Object object) {
            this.object = object;
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
