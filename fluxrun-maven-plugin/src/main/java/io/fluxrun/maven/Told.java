package io.fluxrun.maven;

import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Run;
import io.fluxrun.run.Span;
import io.fluxrun.run.Value;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The log lines and spans of a run, for its timeline. */
record Told(Run run) {
    /** A line of the timeline, and when. */
    record Line(long nanos, String text) {}

    boolean isNothing() {
        return run.logs().isEmpty() && run.spans().isEmpty();
    }

    /** Returns up to {@code most} lines: the last ones before that moment, for they say most about it. */
    List<Line> before(long nanos, int most) {
        var all = Stream.concat(
                        run.spans().stream().map(Told::line),
                        run.logs().stream().map(Told::line))
                .filter(line -> line.nanos <= nanos)
                .sorted(Comparator.comparingLong(Line::nanos))
                .toList();
        return all.subList(Math.max(0, all.size() - Math.max(0, most)), all.size());
    }

    /** Returns {@code 12 log lines, 1 span; 8 of them above}. */
    String counts(int shown) {
        var dropped = run.dropped();
        int lost = dropped.logs() + dropped.spans();
        return counted(run.logs().size(), "log line") + ", "
                + counted(run.spans().size(), "span") + "; " + shown
                + " of them above"
                + (lost == 0 ? "" : ", " + lost + " more were not kept");
    }

    private static String counted(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    Value logs() {
        return Value.list(
                run.logs(),
                log -> Value.fields()
                        .put("lane", log.lane())
                        .put("atNanos", log.atNanos())
                        .put("level", log.level())
                        .put("logger", log.logger())
                        .put("message", log.message())
                        .put("error", log.thrown() == null ? null : log.thrown().type())
                        .build());
    }

    Value spans() {
        return Value.list(
                run.spans(),
                span -> Value.fields()
                        .put("id", span.id())
                        .put("parent", span.parent())
                        .put("lane", span.lane())
                        .put("name", span.name())
                        .put("startNanos", span.startNanos())
                        .put("waitedNanos", span.waitedNanos())
                        .put("durationNanos", span.durationNanos())
                        .put("error", span.error() == null ? null : span.error().type())
                        .build());
    }

    private static Line line(Span span) {
        var error = span.error();
        return new Line(
                span.startNanos(),
                "       %-5s  %-40s  %-12s  %9s"
                        .formatted(
                                "span",
                                Printable.clipped(span.name(), 40),
                                error == null ? "ok" : Printable.clipped(Printable.simpleName(error.type()), 40),
                                Printable.millis(span.durationNanos())));
    }

    private static Line line(LogEvent log) {
        var thrown = log.thrown();
        var text = thrown == null ? log.message() : log.message() + " " + Printable.simpleName(thrown.type());
        return new Line(
                log.atNanos(),
                "       %-5s  %s".formatted(Printable.clipped(log.level(), 7), Printable.clipped(text, 65)));
    }
}
