package io.fluxrun.boundary.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.FanOut;
import com.acme.Upstream;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.run.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of several answers comes first decides what the application does: it is the same on every replay. */
@Timeout(900)
class CompletionOrderTests {
    private static final int REPLAYS = Integer.getInteger("fluxrun.test.replays", 1000);
    private static final int CALLS = 8;
    private static final List<Thread> LOAD =
            Stream.generate(CompletionOrderTests::burner).limit(2).toList();
    private static volatile boolean loaded = true;

    @BeforeAll
    static void load() {
        SelfAttachment.install();
        LOAD.forEach(Thread::start);
    }

    @AfterAll
    static void relax() {
        loaded = false;
    }

    @ParameterizedTest
    @MethodSource("pools")
    void resultsComeInTheRecordedOrder(boolean virtual) throws Exception {
        replayed(virtual, World.shuffled(CALLS, 7).upstream(), FanOut::inOrderOfCompletion);
    }

    /** The answers come in any order, and who is done with them in another one. */
    @ParameterizedTest
    @MethodSource("pools")
    void whoIsDoneFirstIsDoneFirstThoughAnsweredLater(boolean virtual) throws Exception {
        replayed(virtual, World.shuffled(CALLS, 17).passingOn(), FanOut::inOrderOfCompletion);
    }

    @ParameterizedTest
    @MethodSource("pools")
    void theFirstAnswerIsTheRecordedOne(boolean virtual) throws Exception {
        replayed(
                virtual,
                World.shuffled(CALLS, 11).upstream(),
                (upstream, pool, calls) -> FanOut.first(new FirstOnly(upstream), pool, calls));
    }

    @Test
    void whoIsDoneWhenItIsLookedIsDoneAgain() throws Exception {
        var pool = new ThreadPoolExecutor(CALLS, CALLS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
        try {
            var world = World.answering("call 2", "call 1", "call 0").upstream();
            var recorded = LaneRuns.record(() -> FanOut.firstOfThoseDone(new AllDone(world, pool, 3), pool, 3));
            assertThat((List<?>) recorded.value()).singleElement().asString().startsWith("call 0");
            for (int i = 0; i < 100; i++) {
                var replayed = LaneRuns.replay(
                        recorded.run(), () -> FanOut.firstOfThoseDone(LaneRuns.upstream(request -> "live"), pool, 3));
                assertThat(replayed.value()).as(replayed.result().message()).isEqualTo(recorded.value());
                assertThat(replayed.result().message()).doesNotContain("stalled", "order not kept");
            }
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource("pools")
    void whatEachAddsItselfIsInTheRecordedOrder(boolean virtual) throws Exception {
        replayed(virtual, World.shuffled(CALLS, 13).upstream(), FanOut::collected);
    }

    private static void replayed(boolean virtual, Upstream upstream, Application application) throws Exception {
        var pool = HandOverTableTests.pool(virtual);
        try {
            var recorded = LaneRuns.record(() -> application.run(upstream, pool, CALLS));
            Callable<Object> again = () -> application.run(LaneRuns.upstream(request -> "live"), pool, CALLS);
            for (int i = 0; i < REPLAYS; i++) {
                int nth = i;
                var replayed = LaneRuns.replay(recorded.run(), again);
                assertThat(replayed.value())
                        .as(() -> "replay " + nth + ": " + replayed.result().message())
                        .isEqualTo(recorded.value());
                assertThat(replayed.result().message()).doesNotContain("stalled", "order not kept");
                assertThat(replayed.result().verdict()).isEqualTo(Verdict.REGRESSED);
            }
        } finally {
            pool.shutdown();
        }
    }

    static Stream<Boolean> pools() {
        return Runtime.version().feature() >= 21 ? Stream.of(false, true) : Stream.of(false);
    }

    private static Thread burner() {
        var thread = new Thread(() -> {
            while (loaded) {
                Thread.onSpinWait();
            }
        });
        thread.setDaemon(true);
        return thread;
    }

    private interface Application {
        List<String> run(Upstream upstream, ExecutorService pool, int calls) throws Exception;
    }

    /** Looks when all are done. */
    private record AllDone(Upstream upstream, ThreadPoolExecutor pool, int calls) implements Upstream {
        @Override
        public String call(String request) {
            return upstream.call(request);
        }

        @Override
        public void used() {
            for (int i = 0; i < calls; i++) {
                upstream.used();
                while (pool.getCompletedTaskCount() <= i) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    /** When the first answer has been used all others come, one after the other. */
    private record FirstOnly(Upstream upstream) implements Upstream {
        @Override
        public String call(String request) {
            return upstream.call(request);
        }

        @Override
        public void used() {
            for (int i = 0; i < CALLS; i++) {
                upstream.used();
            }
        }
    }
}
