package io.fluxrun.replay;

import io.fluxrun.scope.Parking;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The threads that work for a replay's lanes, and whether they run. Not thread-safe. */
final class Workers {
    /** So many looks a thread must have been seen waiting before it counts as waiting in vain. */
    private static final long STEADY = 25;

    private static final String OWN = "io.fluxrun.";

    private final Runnable beforeParking;
    private final IdentityHashMap<Thread, Worker> byThread = new IdentityHashMap<>();
    private final Map<String, Deque<Worker>> byLane = new HashMap<>();

    Workers(Runnable beforeParking) {
        this.beforeParking = beforeParking;
    }

    void begin(String lane, Thread thread) {
        var worker = byThread.computeIfAbsent(thread, key -> new Worker(Parking.watch(key, beforeParking)));
        worker.lanes++;
        byLane.computeIfAbsent(lane, name -> new ArrayDeque<>()).addLast(worker);
    }

    void end(String lane, Thread thread) {
        var worker = byThread.get(thread);
        var workers = byLane.get(lane);
        if (worker == null || workers == null || !workers.removeLastOccurrence(worker)) {
            return;
        }
        if (workers.isEmpty()) {
            byLane.remove(lane);
        }
        if (--worker.lanes == 0) {
            byThread.remove(thread);
            worker.parking.unwatch();
        }
    }

    boolean works(String lane) {
        return byLane.containsKey(lane);
    }

    @Nullable
    Thread threadOf(String lane) {
        var workers = byLane.get(lane);
        return workers == null ? null : workers.getLast().parking.thread();
    }

    /** Returns the threads by the lanes that they work for. */
    Map<String, Thread> threads() {
        var threads = new TreeMap<String, Thread>();
        byLane.forEach(
                (lane, workers) -> threads.put(lane, workers.getLast().parking.thread()));
        return threads;
    }

    void turn(Thread thread, Turn turn) {
        var worker = byThread.get(thread);
        if (worker != null) {
            worker.turn = turn;
        }
    }

    /** Whether a thread does something of its own, or is about to. */
    boolean anyRuns(long now) {
        return byThread.values().stream().anyMatch(worker -> worker.runs(now));
    }

    /** Whether none has done anything for a while. */
    boolean allStuck(long now) {
        boolean all = true;
        for (var worker : byThread.values()) {
            all &= worker.turn == Turn.AWAITED || (worker.isSteady(now) && !worker.isInFluxRun());
        }
        return all;
    }

    void forget() {
        byThread.values().forEach(worker -> worker.parking.unwatch());
        byThread.clear();
        byLane.clear();
    }

    /** A thread waits for its turn, has got it and not noticed yet, or neither. */
    enum Turn {
        NONE,
        AWAITED,
        GIVEN
    }

    private static final class Worker {
        private final Parking parking;
        private int lanes;
        private Turn turn = Turn.NONE;
        private int timesSeen = -1;
        private long steadySince;

        Worker(Parking parking) {
            this.parking = parking;
        }

        /** Who waits for a lock runs as soon as it is free; whether it ever will be, only time can tell. */
        boolean runs(long now) {
            return switch (turn) {
                case AWAITED -> false;
                case GIVEN -> true;
                case NONE -> !parking.isAsleep() && !(isBlocked() && isSteady(now) && !isInFluxRun());
            };
        }

        boolean isSteady(long now) {
            if (turn == Turn.GIVEN || !(parking.isAsleep() || isBlocked())) {
                timesSeen = -1;
                return false;
            }
            if (timesSeen != parking.times()) {
                timesSeen = parking.times();
                steadySince = now;
            }
            return now - steadySince >= STEADY;
        }

        /** Who comes here to say what happens is not waiting for the application. */
        private boolean isInFluxRun() {
            var stack = parking.thread().getStackTrace();
            return stack.length > 0 && stack[0].getClassName().startsWith(OWN);
        }

        private boolean isBlocked() {
            return parking.thread().getState() == Thread.State.BLOCKED;
        }
    }
}
