package io.fluxrun.agent;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What FluxRun's own code threw while it ran inside the application's calls: kept from the application, counted per
 * boundary, and the first of each place told to the standard error stream. Thread-safe.
 */
public final class HookFailures {
    private static final ConcurrentHashMap<String, LongAdder> BY_BOUNDARY = new ConcurrentHashMap<>();
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();
    private static final int MOST_TOLD = 100;

    private HookFailures() {}

    /** Returns the counts by boundary, sorted. */
    public static Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        BY_BOUNDARY.forEach((boundary, count) -> counts.put(boundary, count.sum()));
        return counts;
    }

    static void add(String boundary, String place, Throwable thrown) {
        BY_BOUNDARY.computeIfAbsent(boundary, key -> new LongAdder()).increment();
        if (TOLD.size() < MOST_TOLD && TOLD.add(place)) {
            AgentLog.warn(
                    "the " + boundary + " boundary failed in " + place
                            + "; the application goes on, what it did there is not recorded (told once)",
                    thrown);
        }
    }
}
