package io.fluxrun.boundary.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.LateWork;
import com.acme.Upstream;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.replay.Expectation;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.Run;
import io.fluxrun.run.Verdict;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that was handed over and is not done when the entry ends. */
@Timeout(300)
class LateWorkTests {
    private static final CountDownLatch OPEN = new CountDownLatch(0);
    private static final Upstream LIVE = LaneRuns.upstream(request -> "answer " + request);
    private final ExecutorService pool = Executors.newFixedThreadPool(1);

    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    @Test
    void workThatHasNotBegunIsWaitedFor() throws Exception {
        var run = recorded();
        var busy = new CountDownLatch(1);
        pool.execute(() -> await(busy));
        var judging = Thread.currentThread();
        var watching = new Thread(() -> {
            while (!settles(judging) && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            busy.countDown();
        });
        watching.start();
        var replayed = LaneRuns.replay(run, () -> LateWork.audit(LIVE, pool, OPEN));
        watching.interrupt();
        assertThat(replayed.result().served()).containsExactlyInAnyOrder(1, 2);
        assertThat(replayed.result().message()).doesNotContain("had not ended");
    }

    @Test
    void workThatDoesNotBeginProvesNothing() throws Exception {
        var run = recorded();
        var busy = new CountDownLatch(1);
        pool.execute(() -> await(busy));
        var replayed = LaneRuns.replay(run, 200, Expectation.REPAIRED, () -> LateWork.audit(LIVE, pool, OPEN));
        busy.countDown();
        assertThat(replayed.result().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(replayed.result().message())
                .contains("the work of lane main/com.acme.LateWork#audit#1 had not ended 2 s after the entry:"
                        + " it has not begun, no thread has taken its work");
    }

    @Test
    void workThatDoesNotEndProvesNothing() throws Exception {
        var never = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        var run = LaneRuns.record(() -> LateWork.auditAfter(told(asked), pool, OPEN, asked))
                .run();
        var replayed =
                LaneRuns.replay(run, 200, Expectation.REPAIRED, () -> LateWork.auditAfter(LIVE, pool, never, OPEN));
        never.countDown();
        assertThat(replayed.result().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(replayed.result().message())
                .contains("the work of lane main/com.acme.LateWork#auditAfter#1 had not ended 2 s after the entry:"
                        + " it waits in java.util.concurrent.CountDownLatch#await called by"
                        + " com.acme.LateWork#awaited:");
    }

    @Test
    void workThatOutlivedTheRunIsNotWaitedForAndProvesNothing() throws Exception {
        var later = new CountDownLatch(1);
        var run = LaneRuns.record(() -> LateWork.auditAfter(LIVE, pool, later, OPEN))
                .run();
        later.countDown();
        assertThat(run.lanes())
                .contains(new LaneInfo("main/com.acme.LateWork#auditAfter#1", "main", true))
                .contains(new LaneInfo("main", null, false));

        var never = new CountDownLatch(1);
        var replayed = LaneRuns.replay(run, () -> LateWork.auditAfter(LIVE, pool, never, OPEN));
        never.countDown();
        assertThat(replayed.result().verdict()).as(replayed.result().message()).isEqualTo(Verdict.REGRESSED);

        var outlived = LaneRuns.replay(run, () -> {
            var value = LateWork.auditAfter(LIVE, pool, OPEN, OPEN);
            pool.submit(() -> {}).get();
            return value;
        });
        assertThat(outlived.result().message())
                .contains("FluxRun blocked audit (test) in lane main/com.acme.LateWork#auditAfter#1, which outlived the"
                        + " recorded run");
        assertThat(outlived.result().verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void whatWasCancelledIsNotWaitedFor() throws Exception {
        var run = LaneRuns.record(() -> LateWork.withTimeLimit(LIVE, pool)).run();
        var replayed = LaneRuns.replay(run, () -> LateWork.withTimeLimit(LIVE, pool));
        assertThat(replayed.result().verdict()).as(replayed.result().message()).isEqualTo(Verdict.REGRESSED);
        assertThat(replayed.result().message()).doesNotContain("had not ended");
    }

    private static boolean settles(Thread judging) {
        return Stream.of(judging.getStackTrace())
                .anyMatch(frame -> frame.getClassName().endsWith(".OpenWork")
                        && frame.getMethodName().equals("settle"));
    }

    private Run recorded() throws Exception {
        var asked = new CountDownLatch(1);
        return LaneRuns.record(() -> LateWork.audit(told(asked), pool, asked)).run();
    }

    /** Tells when the work has been done. */
    private static Upstream told(CountDownLatch done) {
        return new Upstream() {
            @Override
            public String call(String request) {
                return LIVE.call(request);
            }

            @Override
            public String work(String request) {
                var said = Upstream.super.work(request);
                done.countDown();
                return said;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
