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
    private final Set<String> recordedLanes;
    private final Set<String> opened = new LinkedHashSet<>();
    private final Map<Integer, Exchange> served = new LinkedHashMap<>();

    Tape(List<Exchange> exchanges, Set<String> recordedLanes, RequestKeys keys) {
        this.recordedLanes = recordedLanes;
        opened.add(Lane.MAIN);
        for (var exchange : exchanges) {
            var request = keys.of(exchange);
            all.computeIfAbsent(request, key -> new ArrayList<>()).add(exchange);
            left.computeIfAbsent(request, key -> new LinkedHashMap<>())
                    .computeIfAbsent(exchange.lane(), lane -> new ArrayDeque<>())
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
        var next = next(left.get(request), lane);
        return next != null
                && left.entrySet().stream()
                        .filter(other -> other.getKey().boundary().equals(request.boundary())
                                && other.getKey().operation().equals(request.operation()))
                        .map(other -> next(other.getValue(), lane))
                        .noneMatch(other -> other != null && other.n() < next.n());
    }

    private static @Nullable Exchange next(@Nullable Map<String, Deque<Exchange>> lanes, String lane) {
        var queue = lanes == null ? null : lanes.get(lane);
        return queue == null ? null : queue.peek();
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
