package io.fluxrun.boundary.lane;

import com.acme.Upstream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Answers calls one after the other in an order of its own: the next when the application has used the last. */
final class World {
    private final Deque<String> order;
    private final Set<String> asked = new HashSet<>();

    private World(List<String> order) {
        this.order = new ArrayDeque<>(order);
    }

    static World answering(String... order) {
        return new World(List.of(order));
    }

    static World shuffled(int calls, long seed) {
        var order = new java.util.ArrayList<String>();
        for (int i = 0; i < calls; i++) {
            order.add("call " + i);
        }
        Collections.shuffle(order, new Random(seed));
        return new World(order);
    }

    Upstream upstream() {
        Upstream recorded = LaneRuns.upstream(this::answer);
        return new Upstream() {
            @Override
            public String call(String request) {
                return recorded.call(request);
            }

            @Override
            public void used() {
                World.this.used();
            }
        };
    }

    /** Answers at once; what is passed on then waits for its turn. */
    Upstream passingOn() {
        Upstream recorded = LaneRuns.upstream(request -> "answer to " + request);
        return new Upstream() {
            @Override
            public String call(String request) {
                return recorded.call(request);
            }

            @Override
            public void passesOn(String request) {
                answer(request);
            }

            @Override
            public void used() {
                World.this.used();
            }
        };
    }

    synchronized String answer(String request) {
        asked.add(request);
        notifyAll();
        boolean interrupted = false;
        while (order.contains(request) && !request.equals(order.peek())) {
            try {
                wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return "answer to " + request;
    }

    synchronized void used() {
        order.poll();
        notifyAll();
    }
}
