package io.fluxrun.run;

import org.jspecify.annotations.Nullable;

/**
 * A named part of a run.
 *
 * @param parent id of the enclosing span, 0 for none
 * @param startNanos offset from the start of the run
 * @param waitedNanos how long the work that the span begins with had waited since it was handed over; 0 if it was not
 * @param durationNanos until it returned, or until the future it returned was complete
 * @param input arguments by name or position, {@link Value#NULL} if there were none
 * @param output {@link Value#NULL} if there was none
 * @param error what it threw or failed with, {@code null} if nothing
 */
public record Span(
        int id,
        int parent,
        String lane,
        String name,
        long startNanos,
        long waitedNanos,
        long durationNanos,
        Value input,
        Value output,
        @Nullable Thrown error) {
    /** A span whose work did not wait. */
    public Span(
            int id,
            int parent,
            String lane,
            String name,
            long startNanos,
            long durationNanos,
            Value input,
            Value output,
            @Nullable Thrown error) {
        this(id, parent, lane, name, startNanos, 0, durationNanos, input, output, error);
    }
}
