package io.fluxrun.replay;

import io.fluxrun.scope.Lane;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which lanes a replay has, and how often each has done what. Not thread-safe. */
final class Lanes {
    private final Set<String> opened = new HashSet<>(Set.of(Lane.MAIN));
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    void opened(String lane) {
        opened.add(lane);
    }

    void begun(String lane) {
        ended.remove(lane);
    }

    void ended(String lane) {
        ended.add(lane);
    }

    /** Whether there is nobody who could come second. */
    boolean isAlone() {
        return opened.size() == 1;
    }

    boolean mayGoOn(String lane) {
        return opened.contains(lane) && !ended.contains(lane);
    }

    int nth(String lane, String event) {
        return counts.merge(event + " " + lane, 1, Integer::sum);
    }
}
