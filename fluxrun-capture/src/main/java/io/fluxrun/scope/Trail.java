package io.fluxrun.scope;

import io.fluxrun.run.Dropped;
import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Span;
import io.fluxrun.run.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a run tells about itself: log lines and spans, of a live run and of a replay in the same way. Nobody is ever asked
 * for them. Bounded: of too many lines the last are kept, of too many spans the first. Thread-safe.
 */
public final class Trail {
    public static final int LINES = 1000;
    public static final int SPANS = 1000;

    private static final Comparator<Moment> BY_TIME =
            Comparator.comparingLong(Moment::nanos).thenComparingInt(Moment::nth);

    private final ToLongFunction<Lane> clock;
    private final Room room;
    private final Deque<LogLine> lines = new ArrayDeque<>();
    private final List<OpenSpan> spans = new ArrayList<>();
    private int moments;
    private int droppedLines;
    private int droppedSpans;
    private boolean closed;

    /** Where the bytes come from that a trail holds. */
    public interface Room {
        /** As much as is asked for. */
        Room ENDLESS = new Room() {
            @Override
            public boolean take(long bytes) {
                return true;
            }

            @Override
            public void giveBack(long bytes) {}
        };

        boolean take(long bytes);

        void giveBack(long bytes);
    }

    /** A moment of a lane, in nanoseconds since the start of the run; {@code nth} tells equal ones apart. */
    public record Moment(long nanos, int nth) {}

    /** @param clock nanoseconds since the start of the run, in a lane */
    public Trail(ToLongFunction<Lane> clock, Room room) {
        this.clock = clock;
        this.room = room;
    }

    public Moment now(Lane lane) {
        long nanos = clock.applyAsLong(lane);
        synchronized (this) {
            return new Moment(nanos, ++moments);
        }
    }

    /** Adds a log line; all of it is read now. */
    public void log(Lane lane, Moment at, String level, String logger, String message, @Nullable Throwable thrown) {
        var line = LogLine.of(lane.name(), at, level, logger, message, thrown);
        synchronized (this) {
            if (closed) {
                return;
            }
            if (lines.size() >= LINES) {
                dropFirst();
            }
            while (!room.take(line.bytes())) {
                if (lines.isEmpty()) {
                    droppedLines++;
                    return;
                }
                dropFirst();
            }
            lines.add(line);
        }
    }

    /** Begins a span inside the one that the lane is in. The caller {@linkplain OpenSpan#leave leaves} and ends it. */
    public OpenSpan begin(Lane lane, String name, Value input, long bytes) {
        var span = new OpenSpan(lane, name, now(lane), input);
        synchronized (this) {
            if (!closed) {
                if (spans.size() < SPANS && room.take(bytes)) {
                    spans.add(span);
                } else {
                    droppedSpans++;
                }
            }
        }
        return span;
    }

    /** Returns whether another span would be kept: what it is given need not be written otherwise. */
    public synchronized boolean hasRoomForSpans() {
        return !closed && spans.size() < SPANS;
    }

    boolean take(long bytes) {
        return room.take(bytes);
    }

    /** Takes nothing in any more. */
    public synchronized void close() {
        closed = true;
    }

    /** Returns the lines by their time. */
    public List<LogEvent> logs() {
        return logs(lane -> true);
    }

    /** Returns the spans by their start, those that have not ended without a duration. */
    public List<Span> spans() {
        return spans(lane -> true, 0);
    }

    /** Returns the lines of these lanes by their time. */
    public synchronized List<LogEvent> logs(Predicate<String> lanes) {
        return lines.stream()
                .filter(line -> lanes.test(line.lane()))
                .sorted(Comparator.comparing(LogLine::at, BY_TIME))
                .map(LogLine::event)
                .toList();
    }

    /** Returns the spans of these lanes by their start, those that have not ended as if they did at {@code endNanos}. */
    public synchronized List<Span> spans(Predicate<String> lanes, long endNanos) {
        var known = spans.stream()
                .filter(span -> lanes.test(span.lane().name()))
                .sorted(Comparator.comparing(OpenSpan::at, BY_TIME))
                .toList();
        var ids = new IdentityHashMap<OpenSpan, Integer>();
        known.forEach(span -> ids.put(span, ids.size() + 1));
        return known.stream().map(span -> span.told(ids, endNanos)).toList();
    }

    /** Returns what was not kept; the lines and spans of other lanes are not either. */
    public synchronized Dropped dropped(Predicate<String> lanes) {
        long of = lines.stream().filter(line -> !lanes.test(line.lane())).count();
        long ofSpans =
                spans.stream().filter(span -> !lanes.test(span.lane().name())).count();
        return new Dropped(droppedLines + (int) of, droppedSpans + (int) ofSpans);
    }

    private void dropFirst() {
        room.giveBack(lines.removeFirst().bytes());
        droppedLines++;
    }
}
