package io.fluxrun.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Draw;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.OrderEvent;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Reading;
import io.fluxrun.run.Run;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecorderTests {
    private final KeptRuns kept = new KeptRuns();
    private final List<String> problems = new ArrayList<>();
    private final Recorder recorder = Recorder.start(
            new RecorderSettings(Limits.DEFAULT, "orders", "1.0", "abc", "X-Keep", 0, null), kept, problems::add);

    @AfterEach
    void stop() {
        recorder.stop();
    }

    @Test
    void twoHundredGoodRunsAndOneFailingLeaveOne() {
        for (int i = 0; i < 200; i++) {
            run(TestEnding.status(200));
        }
        run(TestEnding.status(503));
        recorder.stop();

        assertThat(kept.runs).singleElement().satisfies(run -> {
            assertThat(run.outcome().status()).isEqualTo(Outcome.Status.FAILED);
            assertThat(run.outcome().httpStatus()).isEqualTo(503);
        });
        assertThat(recorder.counts().kept()).isEqualTo(1);
        assertThat(recorder.bytesHeld()).isZero();
    }

    @Test
    void tenThousandFailingTheSameWayLeaveAsManyAsTheLimitSays() {
        for (int i = 0; i < 10_000; i++) {
            run(TestEnding.error(new IllegalStateException("order " + i + " is gone"))
                    .at("GET /orders/ord_" + i));
        }
        recorder.stop();

        assertThat(kept.runs).hasSize(Limits.DEFAULT.signature());
        assertThat(recorder.counts().kept()).isEqualTo(10_000);
        assertThat(recorder.counts().dropped().get(DropReason.SIGNATURE_LIMIT)).isEqualTo(9_995);
        assertThat(recorder.counts().waiting()).isZero();
    }

    @Test
    void anotherFailureIsKeptWhateverTheFirstOneLeft() {
        for (int i = 0; i < 50; i++) {
            run(TestEnding.error(new IllegalStateException("a")));
        }
        run(TestEnding.error(new IllegalArgumentException("b")));
        recorder.stop();

        assertThat(kept.runs).hasSize(Limits.DEFAULT.signature() + 1);
    }

    @Test
    void whatDiffersOnlyInNamesIsCountedByItsExactSignature() {
        for (String name : List.of("ann", "bob", "cid", "dan", "eve", "fay", "gil")) {
            run(TestEnding.error(new IllegalStateException("x")).at("GET /users/" + name));
        }
        recorder.stop();

        assertThat(kept.runs).hasSize(Limits.DEFAULT.signature());
        assertThat(recorder.counts().dropped().get(DropReason.SIGNATURE_LIMIT)).isEqualTo(2);
    }

    @Test
    void aRunHasEverythingThatHappened() {
        var run = Objects.requireNonNull(recorder.open());
        Lane main = run.main();
        var id = UUID.randomUUID();
        run.reading(main, "java.lang.System.nanoTime()", "a.B#c", 5L);
        run.draw(main, "java.util.UUID.randomUUID()", "a.B#c", id);
        run.reading(main, "java.lang.System.nanoTime()", "a.B#c", 6L);
        run.environment(EnvironmentKind.VARIABLE, "HOME", null);
        run.environment(EnvironmentKind.PROPERTY, "zone", "eu");
        run.exchange(main, "http", "GET /a", false, System.nanoTime(), () -> Value.of("a"), () -> answered(200));
        Lane child = main.child("a.B#c");
        run.exchange(child, "http", "POST /b", true, System.nanoTime(), () -> Value.of("b"), () -> answered(503));
        run.reading(child, "java.lang.System.nanoTime()", "a.B#d", 7L);
        String runId = run.id();
        run.end(TestEnding.status(503));
        recorder.stop();

        Run saved = kept.runs.get(0);
        assertThat(saved.info().id()).isEqualTo(runId).matches("run_\\d{8}T\\d{6}_[0-9a-z]{6}");
        assertThat(saved.info().service()).isEqualTo("orders");
        assertThat(saved.info().commit()).isEqualTo("abc");
        assertThat(saved.info().traceId()).isEqualTo("trace");
        assertThat(saved.info().readiness()).isEqualTo(Readiness.READY);
        assertThat(saved.lanes())
                .containsExactly(new LaneInfo("main", null), new LaneInfo("main/a.B#c#1", "main", true));
        assertThat(saved.exchanges()).extracting(Exchange::n).containsExactly(1, 2);
        assertThat(saved.exchanges()).extracting(Exchange::operation).containsExactly("GET /a", "POST /b");
        assertThat(saved.exchanges().get(1).lane()).isEqualTo("main/a.B#c#1");
        assertThat(saved.outcome().writes()).containsExactly(2);
        assertThat(Objects.requireNonNull(saved.outcome().signature()).breaking())
                .isEqualTo(2);
        assertThat(saved.readings())
                .containsExactly(
                        new Reading("main", "java.lang.System.nanoTime()", "a.B#c", List.of(Value.of(5), Value.of(6))),
                        new Reading("main/a.B#c#1", "java.lang.System.nanoTime()", "a.B#d", List.of(Value.of(7))));
        assertThat(saved.draws())
                .containsExactly(
                        new Draw("main", "java.util.UUID.randomUUID()", "a.B#c", List.of(Value.of(id.toString()))));
        assertThat(saved.env()).isEqualTo(new Environment(Map.of("HOME", Value.NULL), Map.of("zone", Value.of("eu"))));
        assertThat(saved.order())
                .containsExactly(
                        new OrderEvent(1, "main", "exchange", "1"),
                        new OrderEvent(2, "main", "handover", "main/a.B#c#1"),
                        new OrderEvent(3, "main/a.B#c#1", "exchange", "2"));
    }

    @Test
    void samplesOfAnotherThreadComeWhereTheyHappened() throws InterruptedException {
        var run = Objects.requireNonNull(recorder.open());
        run.reading(run.main(), "api", "site", 1L);
        var other = new Thread(() -> {
            run.reading(run.main(), "api", "site", 2L);
            run.exchange(run.main(), "http", "GET /", false, 0, () -> Value.NULL, () -> answered(200));
        });
        other.start();
        other.join();
        run.reading(run.main(), "api", "site", 3L);
        run.end(TestEnding.status(500));
        recorder.stop();

        assertThat(kept.runs.get(0).readings().get(0).values()).containsExactly(Value.of(1), Value.of(2), Value.of(3));
        assertThat(kept.runs.get(0).exchanges()).hasSize(1);
    }

    @Test
    void theForcedHeaderKeepsAGoodRun() {
        run(TestEnding.status(200).with("X-Keep", "1"));
        recorder.stop();

        assertThat(kept.runs).singleElement().satisfies(run -> {
            assertThat(run.outcome().status()).isEqualTo(Outcome.Status.COMPLETED);
            assertThat(run.outcome().signature()).isNull();
        });
    }

    @Test
    void anEndedRunBindsNoThreadAndTakesNothingMore() {
        var run = Objects.requireNonNull(recorder.open());
        var before = Scope.bind(run.main());
        try {
            assertThat(Scope.current()).isSameAs(run.main());
            run.end(TestEnding.status(200));
            assertThat(Scope.current()).isNull();
            assertThat(run.reserve(1)).isFalse();
            run.end(TestEnding.status(500));
        } finally {
            Scope.restore(before);
        }
        assertThat(recorder.counts().kept()).isZero();
    }

    @Test
    void whatIsStillUnderWayIsRecordedWhenTheRunEnds() {
        var run = Objects.requireNonNull(recorder.open());
        run.atClose(() -> run.exchange(run.main(), "http", "GET /", false, 0, () -> Value.NULL, () -> answered(200)));
        run.end(TestEnding.status(500));
        recorder.stop();

        assertThat(kept.runs.get(0).exchanges()).hasSize(1);
    }

    @Test
    void aSupplierThatFailsCostsItsValueNotTheRun() {
        var run = Objects.requireNonNull(recorder.open());
        run.exchange(
                run.main(),
                "http",
                "GET /a",
                false,
                0,
                () -> {
                    throw new IllegalStateException("gone");
                },
                () -> answered(200));
        run.end(TestEnding.status(500));
        recorder.stop();

        assertThat(kept.runs.get(0).info().readiness())
                .isEqualTo(new Readiness(
                        Readiness.Level.PARTIAL,
                        List.of("the request of exchange 1 (GET /a) could not be kept:"
                                + " java.lang.IllegalStateException: gone")));
    }

    @Test
    void anErrorOfTheStoreCostsOneRunNotAllLaterOnes() {
        kept.once.set(new AssertionError("in a library of the store"));
        run(TestEnding.error(new IllegalStateException("a")));
        run(TestEnding.error(new IllegalStateException("b")));
        recorder.stop();

        assertThat(recorder.counts().dropped().get(DropReason.STORE_ERROR)).isEqualTo(1);
        assertThat(kept.runs).hasSize(1);
        assertThat(recorder.bytesHeld()).isZero();
    }

    @Test
    void aStoreThatFailsIsToldOnceAndCounted() {
        kept.broken = true;
        for (int i = 0; i < 3; i++) {
            run(TestEnding.error(new IllegalStateException("a")));
        }
        recorder.stop();

        assertThat(recorder.counts().dropped().get(DropReason.STORE_ERROR)).isEqualTo(3);
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("could not save run run_")
                .endsWith("disk full");
        assertThat(recorder.bytesHeld()).isZero();
    }

    @Test
    void onlyOneRecorderIsActive() {
        assertThatThrownBy(() -> Recorder.start(RecorderSettings.DEFAULT, kept, problems::add))
                .isInstanceOf(IllegalStateException.class);
        recorder.stop();
        assertThat(Recorder.active()).isNull();
    }

    @Test
    @Timeout(60)
    void aRunWhoseEndIsBeingTakenHoldOfWhenTheProcessEndsIsNotLost() throws Exception {
        var ending = new SlowEnding();
        var run = Objects.requireNonNull(recorder.open());
        var endless = Objects.requireNonNull(recorder.open());
        // Threads of their own: the common pool may have one only, and the first task keeps it.
        var application = new Thread(() -> run.end(ending));
        application.start();
        ending.begun.await();
        var stopping = new Thread(recorder::stop);
        stopping.start();
        while (!endless.closed() && stopping.isAlive()) {
            Thread.onSpinWait();
        }
        ending.goOn.countDown();
        application.join();
        stopping.join();

        assertThat(kept.runs).hasSize(1);
        assertThat(problems).isEmpty();
    }

    @Test
    @Timeout(60)
    void aRunThatTakesTooLongToEndKeepsNoProcessFromEndingAndIsTold() throws Exception {
        var ending = new SlowEnding();
        var run = Objects.requireNonNull(recorder.open());
        var application = CompletableFuture.runAsync(() -> run.end(ending));
        ending.begun.await();
        recorder.stop();
        ending.goOn.countDown();
        application.get();

        assertThat(kept.runs).isEmpty();
        assertThat(problems)
                .containsExactly("1 failed runs are not saved: they had ended, and 3000 ms were not enough to take hold"
                        + " of them");
        assertThat(recorder.counts().dropped().get(DropReason.SHUTDOWN)).isEqualTo(1);
        assertThat(recorder.bytesHeld()).isZero();
    }

    @Test
    @Timeout(60)
    void nothingOfARunStaysReachable() throws Exception {
        var runs = new ArrayList<WeakReference<Object>>();
        var never = new ArrayList<Runnable>();
        for (int i = 0; i < 3; i++) {
            runs.addAll(everythingIn(Objects.requireNonNull(recorder.open()), never));
        }
        assertThat(never).hasSize(6);
        for (int tries = 0; tries < 100 && runs.stream().anyMatch(run -> run.get() != null); tries++) {
            System.gc();
        }
        assertThat(runs).allSatisfy(run -> assertThat(run.get()).isNull());
    }

    /** Its lanes and what it registered must go, though the application still holds the tasks it never ran. */
    private static List<WeakReference<Object>> everythingIn(RunRecording run, List<Runnable> never) {
        Lane main = run.main();
        Lane child = main.child("a.B#c");
        Runnable before = () -> {};
        Runnable after = new ArrayList<>()::clear;
        HandOver.task(before, child);
        HandOver.thread(new Thread(before), main.child("a.B#d"));
        run.atClose(() -> run.reading(main, "api", "site", 1L));
        run.exchange(child, "http", "GET /a", false, 0, () -> Value.NULL, () -> answered(200));
        run.end(TestEnding.status(200));
        // A thread that was about to hand over when the run ended.
        HandOver.task(after, child);
        HandOver.thread(new Thread(after), child);
        never.add(before);
        never.add(after);
        return List.of(new WeakReference<>(run), new WeakReference<>(main), new WeakReference<>(child));
    }

    private static final class SlowEnding implements Ending {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public int status() {
            return 503;
        }

        @Override
        public Throwable error() {
            return null;
        }

        @Override
        public String header(String name) {
            return null;
        }

        @Override
        public String route() {
            return "GET /slow";
        }

        @Override
        public Captured capture() {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return TestEnding.status(503).capture();
        }
    }

    private void run(TestEnding ending) {
        var run = Objects.requireNonNull(recorder.open());
        run.exchange(
                run.main(),
                "http",
                "POST /stock/check",
                false,
                System.nanoTime(),
                () -> Value.NULL,
                () -> answered(200));
        run.end(ending);
    }

    private static Answer answered(int status) {
        return Answer.of(Value.fields().put("status", status).build());
    }
}
