package io.fluxrun.boundary.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Live;
import com.acme.Upstream;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.run.Run;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A test that comes after a replay in the same JVM sees the real world. */
@Timeout(120)
class AfterReplayTests {
    private static final Upstream UPSTREAM = LaneRuns.upstream(request -> "answer " + request);
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @AfterEach
    void end() {
        pool.shutdown();
    }

    @Test
    void afterAReplayTheWorldIsReal() throws Exception {
        var run = recorded();
        LaneRuns.replay(run, () -> Live.run(UPSTREAM, pool, false));
        theWorldIsReal(run);
    }

    @Test
    void afterAReplayThatThrewTheWorldIsReal() throws Exception {
        var run = recorded();
        var replayed = LaneRuns.replay(run, () -> Live.run(UPSTREAM, pool, true));
        assertThat(replayed.value()).isNull();
        theWorldIsReal(run);
    }

    private Run recorded() throws Exception {
        return LaneRuns.record(() -> Live.run(UPSTREAM, pool, false)).run();
    }

    private static void theWorldIsReal(Run run) throws Exception {
        var other = Executors.newFixedThreadPool(1);
        try {
            for (var place :
                    new Live.Place[] {Runnable::run, task -> other.submit(task).get()}) {
                var before = run.info().recordedAt();
                assertThat(Live.now(place)).isAfter(before).isBeforeOrEqualTo(Instant.now());
                assertThat(Live.now(place)).isNotEqualTo(Live.now(place));
                assertThat(Live.id(place)).isNotEqualTo(Live.id(place));
                try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    assertThat(Live.connects(place, server.getLocalPort())).isTrue();
                }
            }
        } finally {
            other.shutdown();
        }
    }
}
