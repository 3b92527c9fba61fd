package io.fluxrun.run;

import org.jspecify.annotations.Nullable;

/**
 * A named part of a run.
 *
 * @param parent id of the enclosing span, 0 for none
 * @param startNanos offset from the start of the run
 */
public record Span(
        int id,
        int parent,
        String lane,
        String name,
        long startNanos,
        long durationNanos,
        Value input,
        Value output,
        @Nullable Thrown error) {}
