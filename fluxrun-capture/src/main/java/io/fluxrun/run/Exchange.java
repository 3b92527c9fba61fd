package io.fluxrun.run;

/**
 * One request and its answer over a boundary.
 *
 * @param n ordinal in the run, from 1, by start
 * @param lane name of the lane that made the request
 * @param boundary http, jdbc, state, …
 * @param operation short readable name of what was asked: {@code POST /stock/check}, {@code SELECT orders}
 * @param startNanos offset from the start of the run
 * @param durationNanos how long the real one took
 */
public record Exchange(
        int n,
        String lane,
        String boundary,
        String operation,
        long startNanos,
        long durationNanos,
        Value request,
        Answer answer) {}
