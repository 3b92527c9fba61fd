package io.fluxrun.record;

import java.util.HashMap;
import java.util.Map;

/** Lets N of each kind pass. Kinds are bounded: those above the bound share one. Thread-safe. */
final class SignatureLimit<K> {
    private static final int KINDS = 1024;

    private final int limit;
    private final Map<K, Integer> passed = new HashMap<>();
    private final K others;

    SignatureLimit(int limit, K others) {
        this.limit = limit;
        this.others = others;
    }

    synchronized boolean pass(K kind) {
        K counted = counted(kind);
        int before = passed.getOrDefault(counted, 0);
        if (before >= limit) {
            return false;
        }
        passed.put(counted, before + 1);
        return true;
    }

    /** Takes back a {@link #pass} that came to nothing. */
    synchronized void giveBack(K kind) {
        passed.computeIfPresent(counted(kind), (any, count) -> count > 1 ? count - 1 : null);
    }

    private K counted(K kind) {
        return passed.containsKey(kind) || passed.size() < KINDS ? kind : others;
    }
}
