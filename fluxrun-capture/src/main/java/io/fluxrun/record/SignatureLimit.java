package io.fluxrun.record;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets N of each kind pass. Kinds are bounded in each place: those above the bound share one, so names that no rule takes
 * for ids use up what their own place may keep, and nobody else's. Places are bounded too: the one that failed longest ago
 * is forgotten. Thread-safe.
 */
final class SignatureLimit<P, K> {
    private static final int PLACES = 1024;
    private static final int KINDS = 64;

    private final int limit;
    private final K others;
    private final Map<P, Map<K, Integer>> passed = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<P, Map<K, Integer>> eldest) {
            return size() > PLACES;
        }
    };

    SignatureLimit(int limit, K others) {
        this.limit = limit;
        this.others = others;
    }

    synchronized boolean pass(P place, K kind) {
        var counts = passed.computeIfAbsent(place, first -> new HashMap<>());
        K counted = counted(counts, kind);
        int before = counts.getOrDefault(counted, 0);
        if (before >= limit) {
            return false;
        }
        counts.put(counted, before + 1);
        return true;
    }

    /** Takes back a {@link #pass} that came to nothing. */
    synchronized void giveBack(P place, K kind) {
        var counts = passed.get(place);
        if (counts != null) {
            counts.computeIfPresent(counted(counts, kind), (any, count) -> count > 1 ? count - 1 : null);
        }
    }

    private K counted(Map<K, Integer> counts, K kind) {
        return counts.containsKey(kind) || counts.size() < KINDS ? kind : others;
    }
}
