package io.fluxrun.scope;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Work that has been handed over but not begun: which lane a task or a started thread will belong to. Tasks are told
 * apart by identity and are never wrapped, so an executor's queue and its rejection handler see the application's own
 * objects. Thread-safe.
 */
public final class HandOver {
    private static final ConcurrentHashMap<Identity, Handed> TASKS = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Identity, Lane> STAGES = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Identity, Lane> THREADS = new ConcurrentHashMap<>();

    private HandOver() {}

    /** Registers a task for a lane, whoever runs it. */
    public static void task(Object task, Lane lane) {
        task(task, null, lane);
    }

    /**
     * Registers a task for a lane; one that is handed over to the same executor several times runs in the lanes in their
     * order.
     *
     * @param executor who will run it, {@code null}: not known
     */
    public static void task(Object task, @Nullable Object executor, Lane lane) {
        var identity = new Identity(task);
        // The executor's queue holds the task, so nothing here may hold the executor.
        var place = executor == null ? null : new WeakReference<>(executor);
        var last = new Handed(lane, place, null);
        TASKS.compute(identity, (same, before) -> before == null ? last : before.then(last));
        if (lane.session().closed()) {
            notAccepted(task, lane);
        }
    }

    /** Whether a task is registered and has not begun. */
    public static boolean awaits(Object task) {
        return !TASKS.isEmpty() && TASKS.containsKey(new Identity(task));
    }

    /** Registers what waits for a future: it runs in its lane whoever completes the future. */
    public static void stage(Object stage, Lane lane) {
        hold(STAGES, stage, lane);
    }

    /** Returns the lane of what waits for a future, {@code null} if it is not registered. */
    public static @Nullable Lane ofStage(Object stage) {
        return STAGES.isEmpty() ? null : STAGES.get(new Identity(stage));
    }

    /** Forgets what waited for a future: it has run, or is a task from now on. */
    public static @Nullable Lane takeStage(Object stage) {
        return STAGES.isEmpty() ? null : STAGES.remove(new Identity(stage));
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

    /**
     * Returns the lane a task was handed over with and forgets it; {@code null} if it was not.
     *
     * @param executor who runs it, {@code null}: not known
     */
    public static @Nullable Lane take(Object task, @Nullable Object executor) {
        return take(task, handed -> handed.isFor(executor));
    }

    /** As {@link #take}, where a lane itself runs what it has just handed over, because nobody else accepted it. */
    public static @Nullable Lane takeBack(Object task, @Nullable Lane by) {
        Lane own = take(task, handed -> handed.lane().handedOverBy() == by);
        return own == null ? take(task, handed -> true) : own;
    }

    private static @Nullable Lane take(Object task, Predicate<Handed> wanted) {
        var identity = TASKS.isEmpty() ? null : new Identity(task);
        if (identity == null || !TASKS.containsKey(identity)) {
            return null;
        }
        var taken = new Lane[1];
        TASKS.computeIfPresent(identity, (same, handed) -> {
            var found = handed.first(wanted);
            if (found == null) {
                return handed;
            }
            taken[0] = found.lane();
            // Before it is forgotten: work is always waiting, under way or ended.
            found.lane().begun();
            return handed.without(one -> one.lane() == found.lane());
        });
        return taken[0];
    }

    /** Forgets a registration: the task was not accepted. */
    public static void notAccepted(Object task, Lane lane) {
        TASKS.computeIfPresent(new Identity(task), (same, handed) -> handed.without(one -> one.lane() == lane));
    }

    /** Returns the lanes of a session's work that nobody has begun and nobody has cancelled. */
    public static List<Lane> waiting(Session session) {
        var waiting = new ArrayList<Lane>();
        TASKS.forEach((task, handed) -> {
            if (!task.isDone()) {
                handed.addTo(waiting, session);
            }
        });
        THREADS.forEach((thread, lane) -> {
            if (lane.session() == session && thread.isAliveThread()) {
                waiting.add(lane);
            }
        });
        return waiting;
    }

    /**
     * Forgets what a session handed over and nobody began. A living thread that has not asked for its lane yet stays
     * known unless the session is closed: it may outlive a replay, and must stay blocked.
     */
    public static void forget(Session session) {
        for (var task : TASKS.keySet()) {
            // Another run may have handed over the same object.
            TASKS.computeIfPresent(
                    task, (same, handed) -> handed.without(one -> one.lane().session() == session));
        }
        STAGES.values().removeIf(lane -> lane.session() == session);
        forgetLost();
        THREADS.entrySet()
                .removeIf(started -> started.getValue().session() == session
                        && (session.closed() || !started.getKey().isAliveThread()));
    }

    /** Forgets what will never run; what a replay has left behind must stay blocked as long as it may. */
    public static void forgetLost() {
        TASKS.keySet().removeIf(Identity::isDone);
        STAGES.keySet().removeIf(stage -> stage.get() == null);
    }

    static @Nullable Lane startedThread(Thread thread) {
        return THREADS.isEmpty() ? null : THREADS.remove(new Identity(thread));
    }

    /** Holds nothing: what nobody else holds will not be run. */
    private static final class Identity extends WeakReference<Object> {
        private final int hash;

        Identity(Object object) {
            super(object);
            hash = System.identityHashCode(object);
        }

        boolean isAliveThread() {
            return get() instanceof Thread thread && thread.getState() != Thread.State.TERMINATED;
        }

        boolean isDone() {
            var object = get();
            return object == null || (object instanceof Future<?> future && isDone(future));
        }

        /** It may be of the application's making, and of another run: what it throws must not cost this one. */
        private static boolean isDone(Future<?> future) {
            try {
                return future.isDone();
            } catch (RuntimeException | Error unknown) {
                return false;
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            var object = get();
            return object != null && other instanceof Identity that && that.get() == object;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
