package io.fluxrun.replay;

import io.fluxrun.run.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values that call sites took one after the other: readings or draws. A lane that was not recorded takes those of the
 * one lane that the replay has not opened, if it is the only one that has any. Thread-safe.
 */
final class SiteValues {
    private final Map<Site, Map<String, Queue<Value>>> left = new HashMap<>();
    private final Set<String> recordedLanes;

    SiteValues(Set<String> recordedLanes) {
        this.recordedLanes = recordedLanes;
    }

    synchronized void add(String lane, String api, String site, List<Value> values) {
        left.computeIfAbsent(new Site(api, site), key -> new HashMap<>())
                .computeIfAbsent(lane, key -> new ArrayDeque<>())
                .addAll(values);
    }

    /** Returns the next value, {@code null} when there is none (left). */
    synchronized @Nullable Value next(String lane, String api, String site, Predicate<String> opened) {
        var lanes = left.get(new Site(api, site));
        if (lanes == null) {
            return null;
        }
        var queue = recordedLanes.contains(lane) ? lanes.get(lane) : onlyUnclaimed(lanes, opened);
        return queue == null ? null : queue.poll();
    }

    synchronized boolean known(String lane, String api, String site) {
        var lanes = left.get(new Site(api, site));
        return lanes != null && lanes.containsKey(lane);
    }

    private static @Nullable Queue<Value> onlyUnclaimed(Map<String, Queue<Value>> lanes, Predicate<String> opened) {
        var unclaimed = new ArrayList<Queue<Value>>();
        lanes.forEach((lane, values) -> {
            if (!opened.test(lane)) {
                unclaimed.add(values);
            }
        });
        return unclaimed.size() == 1 ? unclaimed.get(0) : null;
    }

    private record Site(String api, String site) {}
}
