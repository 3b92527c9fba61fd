package io.fluxrun.record;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of the runs that were to be kept. Thread-safe. */
final class Counts {
    private final LongAdder failures = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final Map<DropReason, LongAdder> dropped = new EnumMap<>(DropReason.class);

    Counts() {
        for (DropReason reason : DropReason.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    void toBeKept() {
        failures.increment();
    }

    void stored() {
        stored.increment();
    }

    void dropped(DropReason reason) {
        dropped.getOrDefault(reason, failures).increment();
    }

    RecorderCounts snapshot() {
        var reasons = new EnumMap<DropReason, Long>(DropReason.class);
        dropped.forEach((reason, count) -> reasons.put(reason, count.sum()));
        return new RecorderCounts(failures.sum(), stored.sum(), reasons);
    }
}
