package io.fluxrun.scope;

import io.fluxrun.run.Span;
import io.fluxrun.run.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span under way; spans that begin in its lane, or in lanes handed over to, are inside it until it is left. It does not
 * hold the trail: a future that is never complete, or a lane that nobody takes, must not keep its run in memory.
 */
public final class OpenSpan {
    private final Lane lane;
    private final String name;
    private final Trail.Moment at;
    private final Value input;
    private final @Nullable OpenSpan parent;
    private final long waitedNanos;
    private volatile @Nullable End end;

    OpenSpan(Lane lane, String name, Trail.Moment at, Value input) {
        this.lane = lane;
        this.name = name;
        this.at = at;
        this.input = input;
        parent = lane.span();
        boolean first = parent == null || parent.lane != lane;
        waitedNanos = first ? lane.waitedNanos() : 0;
        lane.enter(this);
    }

    Lane lane() {
        return lane;
    }

    Trail.Moment at() {
        return at;
    }

    /** What begins in the lane from now on is no longer inside this span: called once, where it began. */
    public void leave() {
        lane.enter(parent);
    }

    /** Returns whether an end still counts: the run goes on and the span has not ended. */
    public boolean isWanted() {
        return end == null && lane.session().trail() != null;
    }

    /** Ends the span, on whatever thread; only the first end counts, and none after the run's. */
    public void end(Value output, long bytes, @Nullable Throwable error) {
        var trail = lane.session().trail();
        if (end == null && trail != null) {
            end = new End(
                    trail.now(lane).nanos(),
                    trail.take(bytes) ? output : Value.NULL,
                    error == null ? null : LogLine.Copy.of(error, 0));
        }
    }

    Span told(Map<OpenSpan, Integer> ids, long endNanos) {
        var last = end == null ? new End(endNanos, Value.NULL, null) : end;
        OpenSpan above = parent;
        while (above != null && !ids.containsKey(above)) {
            above = above.parent;
        }
        return new Span(
                ids.getOrDefault(this, 0),
                above == null ? 0 : ids.getOrDefault(above, 0),
                lane.name(),
                name,
                at.nanos(),
                waitedNanos,
                Math.max(0, last.nanos - at.nanos()),
                input,
                last.output,
                last.error == null ? null : last.error.told());
    }

    private record End(long nanos, Value output, LogLine.@Nullable Copy error) {}
}
