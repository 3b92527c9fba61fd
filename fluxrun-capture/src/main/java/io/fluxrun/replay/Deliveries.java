package io.fluxrun.replay;

import io.fluxrun.scope.Scope;
import java.util.HashMap;
import java.util.Map;

/** Answers that no thread waits for, until it is their turn. Not thread-safe. */
final class Deliveries {
    private final Map<Integer, Runnable> waiting = new HashMap<>();
    private int underWay;

    void add(int place, Runnable delivery) {
        waiting.put(place, delivery);
    }

    boolean anyWaits() {
        return !waiting.isEmpty();
    }

    boolean anyUnderWay() {
        return underWay > 0;
    }

    /** It is the turn of what is at this place, if anything is. */
    void turn(int place) {
        var delivery = waiting.remove(place);
        if (delivery != null) {
            start(delivery);
        }
    }

    void start(Runnable delivery) {
        underWay++;
        background(delivery);
    }

    void ended() {
        underWay--;
    }

    void startAll() {
        waiting.values().forEach(this::start);
        waiting.clear();
    }

    static void background(Runnable work) {
        var before = Scope.suspend();
        try {
            var thread = new Thread(work, "fluxrun-delivery");
            thread.setDaemon(true);
            thread.start();
        } finally {
            Scope.restore(before);
        }
    }
}
