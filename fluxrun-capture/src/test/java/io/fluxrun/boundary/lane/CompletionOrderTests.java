package io.fluxrun.boundary.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.FanOut;
import com.acme.Upstream;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.run.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
        replayed(virtual, World.shuffled(CALLS, 7), FanOut::inOrderOfCompletion);
    }

    @ParameterizedTest
    @MethodSource("pools")
    void theFirstAnswerIsTheRecordedOne(boolean virtual) throws Exception {
        replayed(
                virtual,
                World.shuffled(CALLS, 11),
                (upstream, pool, calls) -> FanOut.first(new FirstOnly(upstream), pool, calls));
    }

    @ParameterizedTest
    @MethodSource("pools")
    void whatEachAddsItselfIsInTheRecordedOrder(boolean virtual) throws Exception {
        replayed(virtual, World.shuffled(CALLS, 13), FanOut::collected);
    }

    private static void replayed(boolean virtual, World world, Application application) throws Exception {
        var pool = HandOverTableTests.pool(virtual);
        try {
            var upstream = world.upstream();
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
