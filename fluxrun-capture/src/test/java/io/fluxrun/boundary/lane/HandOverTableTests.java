package io.fluxrun.boundary.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.AsyncApplication;
import com.acme.Concurrency;
import com.acme.FanOut;
import com.acme.OldThread;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.Verdict;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** One row for each way to hand work over: it is recorded and replayed the same, in lanes of the same names. */
@Timeout(300)
class HandOverTableTests {
    private static final int REPLAYS = 30;

    @BeforeAll
    static void install() {
        SelfAttachment.install();
        assertThat(OldThread.ONE).isNotNull(); // before any run
    }

    @ParameterizedTest
    @MethodSource("rows")
    void handedOverWorkIsReplayed(Concurrency way, boolean virtual) throws Exception {
        var pool = pool(virtual);
        try {
            var recorded = LaneRuns.record(() -> way.run(LaneRuns.upstream(request -> "answer " + request), pool));
            assertThat(recorded.run().lanes().stream().filter(lane -> lane.parent() != null))
                    .as("lanes")
                    .isNotEmpty();
            assertThat(recorded.run().lanes())
                    .extracting(LaneInfo::name)
                    .allMatch(name -> name.equals("main") || name.startsWith("main/com.acme."));
            assertThat(recorded.run().exchanges()).hasSizeGreaterThan(1);
            for (int i = 0; i < REPLAYS; i++) {
                var replayed = LaneRuns.replay(
                        recorded.run(),
                        () -> way.run(
                                LaneRuns.upstream(request -> {
                                    throw new AssertionError("live");
                                }),
                                pool));
                assertThat(replayed.value())
                        .as(() -> replayed.result().message()
                                + lanes(recorded.run().lanes()))
                        .isEqualTo(recorded.value());
                assertThat(replayed.result().message()).doesNotContain("stalled", "order not kept");
                assertThat(replayed.result().served())
                        .hasSameSizeAs(recorded.run().exchanges());
                assertThat(replayed.result().verdict())
                        .as(replayed.result().message())
                        .isEqualTo(Verdict.REGRESSED);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aParallelStreamThatDrawsIsPartial() throws Exception {
        var drawing = LaneRuns.record(FanOut::parallelDraws);
        assertThat(drawing.run().info().readiness().reasons())
                .singleElement()
                .asString()
                .startsWith("a parallel stream draws random values in ");
    }

    @Test
    void springsAsyncIsAHandOver() throws Exception {
        try (var context = new AnnotationConfigApplicationContext(AsyncApplication.class)) {
            var application = context.getBean(AsyncApplication.Audit.class);
            var upstream = LaneRuns.upstream(request -> "answer " + request);
            var recorded = LaneRuns.record(() -> upstream.work("parent")
                    + application.write(upstream, "child").get());
            for (int i = 0; i < REPLAYS; i++) {
                var replayed = LaneRuns.replay(
                        recorded.run(),
                        () -> upstream.work("parent")
                                + application.write(upstream, "child").get());
                assertThat(replayed.value()).as(replayed.result().message()).isEqualTo(recorded.value());
            }
            assertThat(recorded.run().exchanges()).extracting(Exchange::lane).doesNotHaveDuplicates();
        }
    }

    static Stream<Arguments> rows() {
        var kinds = Runtime.version().feature() >= 21 ? List.of(false, true) : List.of(false);
        return kinds.stream()
                .flatMap(virtual -> Stream.of(Concurrency.values())
                        .filter(Concurrency::isOfThisJdk)
                        .map(way -> Arguments.of(way, virtual)));
    }

    private static String lanes(List<LaneInfo> lanes) {
        return "\nrecorded: " + lanes;
    }

    static ExecutorService pool(boolean virtual) throws ReflectiveOperationException {
        return virtual
                ? (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null)
                : Executors.newFixedThreadPool(8);
    }
}
