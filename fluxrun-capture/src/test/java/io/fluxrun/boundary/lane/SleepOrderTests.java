package io.fluxrun.boundary.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sleepers;
import com.acme.Upstream;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.run.OrderEvent;
import io.fluxrun.run.Verdict;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who wakes up first decides as much as whose answer comes first. */
@Timeout(300)
class SleepOrderTests {
    private static final int REPLAYS = 100;
    private static final long AN_HOUR = 3_600_000;
    private static final Upstream UPSTREAM = LaneRuns.upstream(request -> "answer " + request);
    private final ExecutorService pool = Executors.newFixedThreadPool(8);

    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @AfterEach
    void end() {
        pool.shutdown();
    }

    @Test
    void sleepersWakeUpInTheRecordedOrderHoweverLongTheySleep() throws Exception {
        sameAgain(() -> Sleepers.wakingUp(pool, 4, 0), () -> Sleepers.wakingUp(pool, 4, AN_HOUR), OrderEvent.SLEEP);
    }

    @Test
    void whoWaitsOnAMonitorGivesItUpMeanwhile() throws Exception {
        sameAgain(
                () -> Sleepers.waitingOnAMonitor(UPSTREAM, pool, 50),
                () -> Sleepers.waitingOnAMonitor(UPSTREAM, pool, AN_HOUR),
                OrderEvent.WAIT);
    }

    @Test
    void whoSleepsMoreOftenThanRecordedLetsOthersGoOn() throws Exception {
        var recorded = LaneRuns.record(() -> Sleepers.polling(UPSTREAM, pool, 50));
        // As if it had not slept at all: each sleep of the replay is one too many.
        var run = WithoutSleeps.of(recorded.run());
        for (int i = 0; i < REPLAYS; i++) {
            var replayed = LaneRuns.replay(run, () -> Sleepers.polling(UPSTREAM, pool, AN_HOUR));
            assertThat(replayed.value()).as(replayed.result().message()).isEqualTo(recorded.value());
            assertThat(replayed.result().message()).doesNotContain("stalled", "order not kept");
        }
    }

    private static void sameAgain(Callable<?> live, Callable<?> again, String event) throws Exception {
        var recorded = LaneRuns.record(live);
        assertThat(recorded.run().order()).extracting(OrderEvent::event).contains(event);
        for (int i = 0; i < REPLAYS; i++) {
            var replayed = LaneRuns.replay(recorded.run(), again);
            assertThat(replayed.value()).as(replayed.result().message()).isEqualTo(recorded.value());
            assertThat(replayed.result().message()).doesNotContain("stalled", "order not kept");
            assertThat(replayed.result().verdict()).isEqualTo(Verdict.REGRESSED);
        }
    }
}
