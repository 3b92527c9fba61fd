package io.fluxrun.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Run;
import io.fluxrun.run.Value;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LimitTests {
    private final KeptRuns kept = new KeptRuns();
    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
    private @Nullable Recorder started;

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        kept.gate.release(1_000);
        if (started != null) {
            started.stop();
        }
    }

    @Test
    void aRunKeepsNoMoreBytesThanItsLimit() {
        var recorder = start(new Limits(1_000, 10_000, 100, 1 << 20, 5, 0));
        var run = open(recorder);

        assertThat(run.bodyLimit()).isEqualTo(1_000);
        assertThat(run.reserve(9_000)).isTrue();
        assertThat(run.reserve(2_000)).isFalse();
        assertThat(recorder.bytesHeld()).isEqualTo(9_000);
        run.end(TestEnding.status(500));

        assertThat(saved(recorder).info().readiness().reasons())
                .containsExactly("it is larger than the 10000 bytes kept of a run");
        assertThat(recorder.bytesHeld()).isZero();
    }

    @Test
    void whatAFullRunHandedOverIsForgottenToo() {
        var recorder = start(new Limits(1_000, 10_000, 100, 1 << 20, 5, 0));
        var run = open(recorder);
        assertThat(run.reserve(9_900)).isTrue();
        var task = new Object();
        HandOver.task(task, run.main().child("Orders#place"));

        run.end(TestEnding.status(200));

        assertThat(HandOver.awaits(task)).isFalse();
    }

    @Test
    void allRunsTogetherKeepNoMoreThanTheProcessMay() {
        var recorder = start(new Limits(1_000, 10_000, 100, 15_000, 5, 0));
        var one = open(recorder);
        var two = open(recorder);

        assertThat(one.reserve(9_000)).isTrue();
        assertThat(two.reserve(9_000)).isFalse();
        one.end(TestEnding.status(200));
        assertThat(recorder.bytesHeld()).isZero();
        assertThat(two.reserve(9_000)).isTrue();
        two.end(TestEnding.status(200));

        assertThat(recorder.bytesHeld()).isZero();
    }

    @Test
    void exchangesAboveTheLimitAreLeftOutAndSaidToBe() {
        var recorder = start(new Limits(1_000, 1 << 20, 3, 1 << 20, 5, 0));
        var run = open(recorder);
        for (int i = 0; i < 5; i++) {
            exchange(run, run.main());
        }
        run.end(TestEnding.status(500));

        Run saved = saved(recorder);
        assertThat(saved.exchanges()).hasSize(3);
        assertThat(saved.info().readiness().reasons())
                .containsExactly("it made more than the 3 exchanges kept of a run");
    }

    @Test
    void readingsAndLanesCountToo() {
        var recorder = start(new Limits(1_000, 10_000, 100, 1 << 20, 5, 0));
        var run = open(recorder);
        for (int i = 0; i < 10_000; i++) {
            run.reading(run.main(), "api", "site", i);
        }
        for (int i = 0; i < 1_000; i++) {
            run.main().child("site");
        }
        assertThat(recorder.bytesHeld()).isLessThanOrEqualTo(10_000);
        run.end(TestEnding.status(500));

        Run saved = saved(recorder);
        assertThat(saved.readings().get(0).values()).hasSizeBetween(100, 500);
        assertThat(saved.lanes()).hasSizeLessThan(30);
        assertThat(saved.info().readiness().reasons()).hasSize(1);
    }

    @Test
    @Timeout(60)
    void aStoreThatHangsKeepsNobodyWaitingAndEveryDropIsCounted() {
        kept.gate.drainPermits();
        var recorder = start(new Limits(1_000, 10_000, 100, 1 << 20, 1_000_000, 0));
        var before = open(recorder);
        before.end(TestEnding.status(500));
        kept.entered.acquireUninterruptibly();

        for (int i = 0; i < 500; i++) {
            var run = open(recorder);
            run.end(TestEnding.status(500));
        }
        assertThat(recorder.counts().kept()).isEqualTo(501);
        assertThat(recorder.counts().dropped().get(DropReason.QUEUE_FULL)).isEqualTo(436);
        assertThat(problems)
                .containsExactly(
                        "a failed run is not saved: too many wait for the store, which is slower than they come");
        kept.gate.release(1_000);
        recorder.stop();

        var counts = recorder.counts();
        assertThat(kept.runs).hasSize(65);
        assertThat(counts.stored()).isEqualTo(65);
        assertThat(counts.waiting()).isZero();
        assertThat(recorder.bytesHeld()).isZero();
    }

    @Test
    @Timeout(60)
    void theQueueHoldsHalfOfTheMemoryAtMost() {
        kept.gate.drainPermits();
        var recorder = start(new Limits(1_000, 10_000, 100, 40_000, 1_000, 0));
        for (int i = 0; i < 10; i++) {
            var run = open(recorder);
            run.reserve(5_000);
            run.end(TestEnding.status(500));
        }

        assertThat(recorder.bytesHeld()).isLessThanOrEqualTo(20_000);
        assertThat(recorder.counts().dropped().get(DropReason.QUEUE_FULL)).isEqualTo(6);
    }

    @Test
    @Timeout(60)
    void theKillFileFreesEverythingWhileItExists() throws IOException {
        kept.gate.drainPermits();
        Path file = directory.resolve("stop");
        var recorder = start(new RecorderSettings(Limits.DEFAULT, null, null, null, null, 0, file.toString()));
        open(recorder).end(TestEnding.status(500));
        kept.entered.acquireUninterruptibly();
        open(recorder).end(TestEnding.status(501));
        var inProgress = open(recorder);
        inProgress.reserve(10_000);
        Files.createFile(file);

        await(() -> inProgress.closed());
        await(() -> recorder.counts().dropped().get(DropReason.STOPPED) == 1);
        assertThat(recorder.open()).isNull();
        kept.gate.release(1_000);
        await(() -> recorder.bytesHeld() == 0);
        inProgress.end(TestEnding.status(500));
        assertThat(recorder.counts().kept()).isEqualTo(2);

        Files.delete(file);
        await(() -> {
            var run = recorder.open();
            if (run != null) {
                run.abandon();
            }
            return run != null;
        });
        assertThat(problems).containsExactly("records nothing while " + file + " exists", "records again");
    }

    @Test
    void aKillFileThatIsThereFromTheStartKeepsTheFirstRunOut() throws IOException {
        Path file = Files.createFile(directory.resolve("stop"));
        var recorder = start(new RecorderSettings(Limits.DEFAULT, null, null, null, null, 0, file.toString()));

        assertThat(recorder.open()).isNull();
    }

    private Recorder start(Limits limits) {
        return start(new RecorderSettings(limits, null, null, null, null, 0, null));
    }

    private Recorder start(RecorderSettings settings) {
        started = Recorder.start(settings, kept, problems::add);
        return started;
    }

    private static RunRecording open(Recorder recorder) {
        return Objects.requireNonNull(recorder.open());
    }

    private Run saved(Recorder recorder) {
        recorder.stop();
        assertThat(kept.runs).hasSize(1);
        return kept.runs.get(0);
    }

    private static void exchange(RunRecording run, Lane lane) {
        run.exchange(lane, "http", "GET /", false, System.nanoTime(), () -> Value.NULL, () -> Answer.of(Value.NULL));
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
