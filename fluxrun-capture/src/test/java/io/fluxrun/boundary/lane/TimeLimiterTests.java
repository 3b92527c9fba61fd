package io.fluxrun.boundary.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Limited;
import com.acme.Upstream;
import io.fluxrun.agent.SelfAttachment;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A library's time limit: it ends as recorded whatever it is, and takes no time. */
@Timeout(120)
class TimeLimiterTests {
    private static final int REPLAYS = 20;
    private static final CountDownLatch ANSWERED = new CountDownLatch(0);
    private static final Upstream UPSTREAM = LaneRuns.upstream(request -> "answer " + request);
    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    @Test
    void whatWasTooLateIsTooLateAgain() throws Exception {
        var never = new CountDownLatch(1);
        var recorded = LaneRuns.record(() -> Limited.ask(UPSTREAM, pool, Duration.ofMillis(20), never));
        assertThat(recorded.value()).isEqualTo("TimeLimiter 'stock' recorded a timeout exception.");
        for (int i = 0; i < REPLAYS; i++) {
            var replayed =
                    LaneRuns.replay(recorded.run(), () -> Limited.ask(UPSTREAM, pool, Duration.ofHours(1), never));
            assertThat(replayed.value()).as(replayed.result().message()).isEqualTo(recorded.value());
        }
    }

    @Test
    void whatCameInTimeComesInTimeAgain() throws Exception {
        var recorded = LaneRuns.record(() -> Limited.ask(UPSTREAM, pool, Duration.ofHours(1), ANSWERED));
        assertThat((String) recorded.value()).contains("answer stock");
        for (int i = 0; i < REPLAYS; i++) {
            var replayed =
                    LaneRuns.replay(recorded.run(), () -> Limited.ask(UPSTREAM, pool, Duration.ofNanos(1), ANSWERED));
            assertThat(replayed.value()).as(replayed.result().message()).isEqualTo(recorded.value());
        }
    }
}
