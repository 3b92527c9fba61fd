package io.fluxrun.record;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the runs that were to be kept. Every one of them is stored, or dropped for one reason, or still waits.
 *
 * @param kept runs that were to be kept
 */
public record RecorderCounts(long kept, long stored, Map<DropReason, Long> dropped) {
    public RecorderCounts {
        dropped = Collections.unmodifiableMap(new EnumMap<>(dropped));
    }

    /** Returns how many wait to be saved or are being saved. */
    public long waiting() {
        return kept
                - stored
                - dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}
