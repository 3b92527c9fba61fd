package io.fluxrun.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** When a lane's work began, completed a future, and ended. Thread-safe. */
final class LaneLife {
    private static final int COMPLETION_BYTES = 32;

    private static final int WAIT_BYTES = 40;

    private int underWay;
    private boolean begun;
    private @Nullable List<Long> completions;
    private @Nullable List<Wait> waits;
    private volatile boolean settling;

    synchronized void begun() {
        begun = true;
        underWay++;
    }

    synchronized void ended() {
        underWay--;
    }

    /** The moment before counts: who comes second must have a later one. */
    synchronized void completing(LongPredicate space) {
        if (completions == null) {
            completions = new ArrayList<>(1);
        }
        if (space.test(COMPLETION_BYTES)) {
            completions.add(System.nanoTime());
            settling = true;
        }
    }

    /** The lane was not the first after all, or is so only now: its last completion was at this moment. */
    void settled() {
        if (settling) {
            synchronized (this) {
                if (completions != null && !completions.isEmpty()) {
                    completions.set(completions.size() - 1, System.nanoTime());
                }
            }
        }
    }

    /** The lane does something else: its last completion is done with. */
    void goesOn() {
        settling = false;
    }

    synchronized void waited(String event, String site, LongPredicate space) {
        if (space.test(WAIT_BYTES)) {
            if (waits == null) {
                waits = new ArrayList<>(1);
            }
            waits.add(new Wait(event, site, System.nanoTime()));
        }
    }

    synchronized List<Wait> waits() {
        return waits == null ? List.of() : List.copyOf(waits);
    }

    synchronized List<Long> completions() {
        return completions == null ? List.of() : List.copyOf(completions);
    }

    /** A sleep or timed wait that was over at this moment. */
    record Wait(String event, String site, long nanos) {}

    /** Whether the run ended before this work did. Who has completed a future has done what anybody waits for. */
    synchronized boolean outlivesRun() {
        return completions == null && (!begun || underWay > 0);
    }
}
