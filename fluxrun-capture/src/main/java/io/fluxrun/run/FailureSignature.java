package io.fluxrun.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes two failures the same failure.
 *
 * @param exception class name of the root cause, {@code null} when the run failed by its status alone
 * @param message its message with numbers, ids and dates taken out
 * @param status HTTP status, -1 when there is none
 * @param frames application methods of the failing stack from the top, {@code class#method}, no lines
 * @param breaking ordinal of the exchange that broke the run, 0 when none did
 * @param operation that exchange's boundary and operation, {@code null} when none did
 */
public record FailureSignature(
        @Nullable String exception,
        @Nullable String message,
        int status,
        List<String> frames,
        int breaking,
        @Nullable String operation) {
    public FailureSignature {
        frames = List.copyOf(frames);
    }
}
