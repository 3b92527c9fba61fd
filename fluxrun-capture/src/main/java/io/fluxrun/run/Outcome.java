package io.fluxrun.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param result for http: status, headers, body; for a method: its encoded value; {@link Value#NULL} if it threw
 * @param error what left the entry, {@code null} if nothing did
 * @param signature {@code null} for a completed run
 * @param writes ordinals of the exchanges that changed the outside world
 */
public record Outcome(
        Status status,
        Value result,
        @Nullable Thrown error,
        @Nullable FailureSignature signature,
        List<Integer> writes) {
    public Outcome {
        writes = List.copyOf(writes);
    }

    /** Whether the run counts as a failure. */
    public enum Status {
        COMPLETED,
        FAILED
    }

    /** Returns the HTTP status, or -1 when there is none. */
    public int httpStatus() {
        return result.get("status") instanceof Value.Num status
                ? status.number().intValue()
                : -1;
    }
}
