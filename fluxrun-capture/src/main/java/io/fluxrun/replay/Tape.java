package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.scope.Lane;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The recorded exchanges, each served once: by lane and request, nth to nth. A lane that was not recorded may take what
 * lanes hold that the replay has not opened. Indexed, so that a request costs the same in a long run. Thread-safe.
 */
final class Tape {
    private final Map<Request, Map<String, Deque<Exchange>>> left = new HashMap<>();
    private final Map<Request, List<Exchange>> all = new HashMap<>();
    private final Map<InLane, Deque<Exchange>> inOrder = new HashMap<>();
    private final Map<Integer, Deque<Exchange>> queues = new HashMap<>();
    private final Set<String> recordedLanes;
    private final Set<String> opened = new LinkedHashSet<>();
    private final Map<Integer, Exchange> served = new LinkedHashMap<>();

    Tape(List<Exchange> exchanges, Set<String> recordedLanes, RequestKeys keys) {
        this.recordedLanes = recordedLanes;
        opened.add(Lane.MAIN);
        for (var exchange : exchanges) {
            var request = keys.of(exchange);
            all.computeIfAbsent(request, key -> new ArrayList<>()).add(exchange);
            var queue = left.computeIfAbsent(request, key -> new LinkedHashMap<>())
                    .computeIfAbsent(exchange.lane(), lane -> new ArrayDeque<>());
            queue.add(exchange);
            queues.put(exchange.n(), queue);
            inOrder.computeIfAbsent(InLane.of(exchange.lane(), request), lane -> new ArrayDeque<>())
                    .add(exchange);
        }
    }

    synchronized void opened(String lane) {
        opened.add(lane);
    }

    /** Returns the exchange that answers, {@code null} if there is none. @throws AmbiguousAnswer if several might */
    synchronized @Nullable Exchange take(String lane, Request request) throws AmbiguousAnswer {
        var lanes = left.get(request);
        if (lanes == null) {
            return null;
        }
        var queue = recordedLanes.contains(lane) ? lanes.get(lane) : unclaimed(lanes);
        var exchange = queue == null ? null : queue.poll();
        if (exchange != null) {
            served.put(exchange.n(), exchange);
        }
        return exchange;
    }

    /** Takes an exchange for a request that is not the recorded one; {@code null} if there is none or it was served. */
    synchronized @Nullable Exchange take(int n) {
        var queue = queues.get(n);
        var found = queue == null
                ? null
                : queue.stream()
                        .filter(exchange -> exchange.n() == n)
                        .findFirst()
                        .orElse(null);
        if (queue != null && found != null) {
            queue.remove(found);
            served.put(n, found);
        }
        return found;
    }

    /**
     * Returns the exchange that tells what a request for state has as its answer when it is made once more, or by another
     * lane: the lane's own last one, else any. {@code null} if it was never made.
     *
     * @throws AmbiguousAnswer if others' answers differ
     */
    @Nullable
    Exchange known(String lane, Request request) throws AmbiguousAnswer {
        var recorded = all.getOrDefault(request, List.of());
        Exchange last = null;
        for (var exchange : recorded) {
            last = exchange.lane().equals(lane) ? exchange : last;
        }
        if (last != null || recorded.isEmpty()) {
            return last;
        }
        if (recorded.stream().map(Exchange::answer).distinct().count() > 1) {
            throw new AmbiguousAnswer(recorded);
        }
        return recorded.get(0);
    }

    /** Whether the lane's first exchange left of the request's operation is one with this request. */
    synchronized boolean isNext(String lane, Request request) {
        var lanes = left.get(request);
        var queue = lanes == null ? null : lanes.get(lane);
        var order = inOrder.get(InLane.of(lane, request));
        while (order != null && !order.isEmpty() && isServed(order.element().n())) {
            order.remove();
        }
        var next = queue == null ? null : queue.peek();
        var first = order == null ? null : order.peek();
        return next != null && first != null && next.n() == first.n();
    }

    private @Nullable Deque<Exchange> unclaimed(Map<String, Deque<Exchange>> lanes) throws AmbiguousAnswer {
        var candidates = new ArrayList<Exchange>();
        Deque<Exchange> first = null;
        for (var lane : lanes.entrySet()) {
            if (!opened.contains(lane.getKey()) && !lane.getValue().isEmpty()) {
                first = first == null ? lane.getValue() : first;
                candidates.addAll(lane.getValue());
            }
        }
        if (candidates.stream().map(Exchange::answer).distinct().count() > 1) {
            throw new AmbiguousAnswer(candidates);
        }
        return first;
    }

    /** Whether a lane that the replay has opened has not asked for all that it asked in the recording. */
    synchronized boolean hasLeft(String lane) {
        return left.values().stream()
                .map(lanes -> lanes.get(lane))
                .anyMatch(queue -> queue != null && !queue.isEmpty());
    }

    synchronized boolean isServed(int n) {
        return served.containsKey(n);
    }

    /** Returns what was served, in the order of serving. */
    synchronized List<Exchange> served() {
        return List.copyOf(served.values());
    }

    synchronized Set<Integer> servedOrdinals() {
        return served.keySet().stream().collect(Collectors.toUnmodifiableSet());
    }

    private record InLane(String lane, String boundary, String operation) {
        static InLane of(String lane, Request request) {
            return new InLane(lane, request.boundary(), request.operation());
        }
    }

    /** Equal requests of lanes that the replay has not opened have different answers. */
    static final class AmbiguousAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Exchange> candidates;

        AmbiguousAnswer(List<Exchange> candidates) {
            super(null, null, false, false);
            this.candidates = List.copyOf(candidates);
        }

        List<Exchange> candidates() {
            return candidates;
        }
    }
}
