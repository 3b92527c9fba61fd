package io.fluxrun.boundary.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Live;
import com.acme.Upstream;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.run.Run;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A test that comes after a replay in the same JVM sees the real world. */
@Timeout(120)
class AfterReplayTests {
    private static final int IDS = 8;
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
        var ids = idsOfReplays(run);
        LaneRuns.replay(run, () -> Live.run(UPSTREAM, pool, false));
        theWorldIsReal(ids);
    }

    @Test
    void afterAReplayThatThrewTheWorldIsReal() throws Exception {
        var run = recorded();
        var ids = idsOfReplays(run);
        var replayed = LaneRuns.replay(run, () -> Live.run(UPSTREAM, pool, true));
        assertThat(replayed.value()).isNull();
        theWorldIsReal(ids);
    }

    private Run recorded() throws Exception {
        return LaneRuns.record(() -> Live.run(UPSTREAM, pool, false)).run();
    }

    /** Returns what a replay draws in a method that draws nothing in the recording: the same in every replay. */
    private static Set<UUID> idsOfReplays(Run run) throws InterruptedException {
        var ids = new HashSet<UUID>();
        for (int i = 0; i < 2; i++) {
            LaneRuns.replay(run, () -> {
                for (int nth = 0; nth < IDS; nth++) {
                    ids.add(Live.id(Runnable::run));
                }
                return "drawn";
            });
        }
        assertThat(ids).hasSize(IDS);
        return ids;
    }

    private static void theWorldIsReal(Set<UUID> idsOfReplays) throws Exception {
        var other = Executors.newFixedThreadPool(1);
        try {
            for (var place :
                    new Live.Place[] {Runnable::run, task -> other.submit(task).get()}) {
                // A replay's clock is that of the recording, which is over.
                var before = Instant.now();
                assertThat(Live.now(place)).isAfterOrEqualTo(before).isBeforeOrEqualTo(Instant.now());
                for (int nth = 0; nth < IDS; nth++) {
                    assertThat(idsOfReplays).doesNotContain(Live.id(place));
                }
                try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    assertThat(Live.connects(place, server.getLocalPort())).isTrue();
                }
            }
        } finally {
            other.shutdown();
        }
    }
}
