package io.fluxrun.scope;

import io.fluxrun.run.Span;
import io.fluxrun.run.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span under way; spans that begin in its lane, or in lanes handed over to, are inside it until it is left. */
public final class OpenSpan {
    private final Trail trail;
    private final Lane lane;
    private final String name;
    private final Trail.Moment at;
    private final Value input;
    private final @Nullable OpenSpan parent;
    private final long waitedNanos;
    private volatile @Nullable End end;

    OpenSpan(Trail trail, Lane lane, String name, Trail.Moment at, Value input) {
        this.trail = trail;
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

    /** Ends the span, on whatever thread; only the first end counts. */
    public void end(Value output, @Nullable Throwable error) {
        if (end == null) {
            end = new End(trail.now(lane).nanos(), output, error == null ? null : LogLine.Copy.of(error, 0));
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
