package io.fluxrun.replay;

import io.fluxrun.run.Tolerance;
import io.fluxrun.run.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What of a request does not count, because a person has said so by name. Thread-safe. */
final class Tolerances {
    private final List<Tolerance> all;
    private final Map<Tolerance, FieldPath> paths;
    private final Set<Tolerance> met = ConcurrentHashMap.newKeySet();

    Tolerances(List<Tolerance> tolerances) {
        all = List.copyOf(tolerances);
        paths = all.stream()
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), one -> FieldPath.of(one.field())));
    }

    /**
     * Returns what counts.
     *
     * @param replayed whether a replay asks, and not the recording
     */
    Value counting(String boundary, String operation, Value key, boolean replayed) {
        var counting = key;
        for (var tolerance : all) {
            var path = paths.get(tolerance);
            if (path != null
                    && tolerance.boundary().equals(boundary)
                    && tolerance.operation().equals(operation)) {
                var left = path.removedFrom(counting);
                if (replayed && left != counting) {
                    met.add(tolerance);
                }
                counting = left;
            }
        }
        return counting;
    }

    /** Returns those that no request of the replay had: a typing error, or a field that is gone. */
    List<Tolerance> stale() {
        return all.stream().filter(tolerance -> !met.contains(tolerance)).toList();
    }
}
