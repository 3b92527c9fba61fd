package io.fluxrun.replay;

import io.fluxrun.run.LaneInfo;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The lanes of a replay whose work has begun and not ended, or waits for a thread. Thread-safe. */
final class OpenWork {
    private static final long LOOK_MILLIS = 2;

    private final Map<String, List<Thread>> underWay = new LinkedHashMap<>();
    private final Set<String> detached;

    OpenWork(List<LaneInfo> recorded) {
        detached =
                recorded.stream().filter(LaneInfo::detached).map(LaneInfo::name).collect(Collectors.toSet());
    }

    synchronized void begun(String lane) {
        underWay.computeIfAbsent(lane, name -> new ArrayList<>()).add(Thread.currentThread());
    }

    synchronized void ended(String lane) {
        underWay.computeIfPresent(lane, (name, threads) -> {
            threads.remove(Thread.currentThread());
            return threads.isEmpty() ? null : threads;
        });
        notifyAll();
    }

    /** Whether the lane, or one that it comes from, was recorded as outliving the run. */
    boolean isDetached(String lane) {
        for (var name = lane; !detached.isEmpty(); name = name.substring(0, name.lastIndexOf('/'))) {
            if (detached.contains(name)) {
                return true;
            }
            if (name.lastIndexOf('/') < 0) {
                return false;
            }
        }
        return false;
    }

    /**
     * Waits until the work has ended; of detached lanes, until they have nothing recorded left to do.
     *
     * @return for each lane that has not ended what it does instead; empty if all have
     */
    synchronized List<String> settle(Session session, Duration atMost, Predicate<String> hasExchangesLeft)
            throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            var open = open(session, hasExchangesLeft);
            if (open.isEmpty() || System.nanoTime() - start >= atMost.toNanos()) {
                return open.entrySet().stream()
                        .map(lane -> "the work of lane " + lane.getKey() + " had not ended " + atMost.toSeconds()
                                + " s after the entry: it " + lane.getValue())
                        .toList();
            }
            wait(LOOK_MILLIS);
        }
    }

    private Map<String, String> open(Session session, Predicate<String> hasExchangesLeft) {
        var open = new LinkedHashMap<String, String>();
        for (Lane waiting : HandOver.waiting(session)) {
            open.put(waiting.name(), Stalls.doing(null));
        }
        underWay.forEach((lane, threads) -> open.put(lane, Stalls.doing(threads.get(threads.size() - 1))));
        open.remove(Lane.MAIN);
        open.keySet().removeIf(lane -> isDetached(lane) && !hasExchangesLeft.test(lane));
        return open;
    }
}
