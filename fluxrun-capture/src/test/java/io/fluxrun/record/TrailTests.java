package io.fluxrun.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Run;
import io.fluxrun.run.Span;
import io.fluxrun.run.Value;
import io.fluxrun.scope.OpenSpan;
import io.fluxrun.scope.Trail;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrailTests {
    private static final Limits LIMITS = new Limits(1_000, 1 << 20, 100, 32 << 20, 5, 0);

    private final KeptRuns kept = new KeptRuns();
    private @Nullable Recorder started;

    @AfterEach
    void stop() {
        if (started != null) {
            started.stop();
        }
    }

    @Test
    void ofTooManyLinesTheLastAreKeptAndTheRunStaysReady() {
        var run = open(LIMITS);
        for (int i = 0; i < 2 * Trail.LINES; i++) {
            log(run, "line " + i, null);
        }

        var saved = saved(run);

        assertThat(saved.info().readiness()).isEqualTo(Readiness.READY);
        assertThat(saved.logs()).hasSize(Trail.LINES);
        assertThat(saved.logs().get(0).message()).isEqualTo("line " + Trail.LINES);
        assertThat(saved.dropped().logs()).isEqualTo(Trail.LINES);
    }

    @Test
    void linesTakeAQuarterOfTheRunAtMostAndGiveItBack() {
        var run = open(LIMITS);
        for (int i = 0; i < 500; i++) {
            log(run, "x".repeat(8_000), null);
        }
        assertThat(recorder().bytesHeld()).isBetween(200_000L, 262_144L);
        assertThat(run.reserve(700_000)).isTrue();

        var saved = saved(run);

        assertThat(saved.info().readiness()).isEqualTo(Readiness.READY);
        assertThat(saved.logs()).hasSizeBetween(25, 33);
        assertThat(saved.logs().size() + saved.dropped().logs()).isEqualTo(500);
        assertThat(recorder().bytesHeld()).isZero();
    }

    @Test
    void linesTakeNoRoomFromExchanges() {
        var run = open(LIMITS);
        for (int i = 0; i < 900; i++) {
            log(run, "x".repeat(400), null);
        }
        assertThat(recorder().bytesHeld()).isPositive();
        assertThat(run.reserve(1 << 20)).isTrue();

        var saved = saved(run);

        assertThat(saved.info().readiness()).isEqualTo(Readiness.READY);
        assertThat(saved.logs()).isNotEmpty();
        assertThat(recorder().bytesHeld()).isZero();
    }

    @Test
    void linesOfAllRunsLeaveHalfOfTheProcessToExchanges() {
        var run = open(new Limits(1_000, 1 << 20, 100, 200_000, 5, 0));
        for (int i = 0; i < 500; i++) {
            log(run, "x".repeat(8_000), null);
        }
        assertThat(recorder().bytesHeld()).isBetween(80_000L, 100_000L);
        assertThat(run.reserve(100_000)).isTrue();

        assertThat(saved(run).info().readiness()).isEqualTo(Readiness.READY);
        assertThat(recorder().bytesHeld()).isZero();
    }

    @Test
    void whereThereIsNoSpaceLinesAndSpansAreCountedAndNothingElseHappens() {
        var run = open(new Limits(1_000, 1 << 20, 100, 2 << 20, 5, 0));
        assertThat(run.reserve(1 << 20)).isTrue();
        log(run, "one", null);
        trail(run).begin(run.main(), "price", Value.NULL, 100).leave();

        var saved = saved(run);

        assertThat(saved.info().readiness()).isEqualTo(Readiness.READY);
        assertThat(saved.logs()).isEmpty();
        assertThat(saved.dropped().logs()).isEqualTo(1);
        assertThat(saved.dropped().spans()).isEqualTo(1);
    }

    @Test
    void aLineIsAsItWasWhenItWasWritten() {
        var run = open(LIMITS);
        var thrown = new IllegalStateException("m".repeat(10_000), new IllegalArgumentException("cause"));
        log(run, "broke", thrown);
        thrown.setStackTrace(new StackTraceElement[0]);

        var line = saved(run).logs().get(0);

        assertThat(line.level()).isEqualTo("WARN");
        assertThat(line.logger()).isEqualTo("com.acme.Orders");
        assertThat(line.thrown().type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.thrown().message()).hasSize(8 * 1024 + 1).endsWith("…");
        assertThat(line.thrown().frames()).hasSize(8).first().asString().startsWith(TrailTests.class.getName() + "#a");
        assertThat(line.thrown().cause().message()).isEqualTo("cause");
    }

    @Test
    void spansNestAcrossLanesAndTellHowLongTheirWorkWaited() {
        var run = open(LIMITS);
        var trail = trail(run);
        var outer = trail.begin(run.main(), "outer", Value.NULL, 100);
        var child = run.main().child("Orders#place");
        outer.leave();
        var beside = trail.begin(run.main(), "beside", Value.NULL, 100);
        child.begun();
        var inner = trail.begin(child, "inner", Value.NULL, 100);
        var innermost = trail.begin(child, "innermost", Value.NULL, 100);
        innermost.leave();
        innermost.end(Value.of("done"), 10, null);
        innermost.end(Value.of("again"), 10, null);
        inner.leave();
        beside.leave();

        var spans = saved(run).spans();

        assertThat(spans).extracting(Span::name).containsExactly("outer", "beside", "inner", "innermost");
        assertThat(spans).extracting(Span::id).containsExactly(1, 2, 3, 4);
        assertThat(spans).extracting(Span::parent).containsExactly(0, 0, 1, 3);
        assertThat(spans.get(2).lane()).isEqualTo("main/Orders#place#1");
        assertThat(spans.get(2).waitedNanos()).isPositive();
        assertThat(spans.get(0).waitedNanos()).isZero();
        assertThat(spans.get(3).waitedNanos()).isZero();
        assertThat(spans.get(3).output().text()).isEqualTo("done");
        assertThat(spans.get(2).durationNanos())
                .as("not ended: as long as the run")
                .isGreaterThan(spans.get(3).durationNanos());
    }

    @Test
    void whatHappensInALaneThatIsNotKeptIsDropped() {
        var run = open(new Limits(1_000, 4_000, 100, 32 << 20, 5, 0));
        assertThat(run.reserve(3_500)).isTrue();
        var lost = run.main().child("Orders#place");
        trail(run).log(lost, trail(run).now(lost), "INFO", "a", "b", null);
        log(run, "kept", null);

        var saved = saved(run);

        assertThat(saved.logs()).extracting(LogEvent::message).containsExactly("kept");
        assertThat(saved.dropped().logs()).isEqualTo(1);
    }

    @Test
    void aSpanThatNeverEndsHoldsNothingOfItsRunButItself() {
        var held = new ArrayList<OpenSpan>();
        var trail = endedWithAnOpenSpan(held);

        for (int tries = 0; tries < 100 && trail.get() != null; tries++) {
            System.gc();
        }

        assertThat(trail.get()).isNull();
        assertThat(held)
                .singleElement()
                .satisfies(span -> assertThat(span.isWanted()).isFalse());
    }

    /** As a future that is never complete holds its span. */
    private WeakReference<Trail> endedWithAnOpenSpan(List<OpenSpan> held) {
        var run = open(LIMITS);
        var trail = trail(run);
        var span = trail.begin(run.main(), "later", Value.NULL, 100);
        span.leave();
        held.add(span);
        run.end(TestEnding.status(200));
        return new WeakReference<>(trail);
    }

    @Test
    void aRunThatHasEndedTakesNothingIn() {
        var run = open(LIMITS);
        var trail = trail(run);
        var saved = saved(run);

        trail.log(run.main(), trail.now(run.main()), "INFO", "a", "late", null);
        var span = trail.begin(run.main(), "late", Value.NULL, 10);
        span.end(Value.of("late"), 10, null);

        assertThat(run.trail()).isNull();
        assertThat(trail.logs()).isEmpty();
        assertThat(trail.spans()).isEmpty();
        assertThat(span.isWanted()).isFalse();
        assertThat(saved.logs()).isEmpty();
    }

    private static void log(RunRecording run, String message, @Nullable Throwable thrown) {
        trail(run).log(run.main(), trail(run).now(run.main()), "WARN", "com.acme.Orders", message, thrown);
    }

    private static Trail trail(RunRecording run) {
        return Objects.requireNonNull(run.trail());
    }

    private RunRecording open(Limits limits) {
        started = Recorder.start(new RecorderSettings(limits, null, null, null, null, 0, null), kept, line -> {});
        return Objects.requireNonNull(started.open());
    }

    private Recorder recorder() {
        return Objects.requireNonNull(started);
    }

    private Run saved(RunRecording run) {
        run.end(TestEnding.status(500));
        recorder().stop();
        return kept.runs.get(0);
    }
}
