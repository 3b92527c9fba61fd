package io.fluxrun.boundary.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Concurrency;
import com.acme.Upstream;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.boundary.lane.LaneRuns.Recorded;
import io.fluxrun.run.Exchange;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import io.fluxrun.scope.Session;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that share a pool: none sees anything of another, and nothing of them stays. */
@Timeout(300)
class TwoRunsTests {
    private static final int REPLAYS = 20;
    private final ExecutorService pool = Executors.newFixedThreadPool(16);

    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @AfterEach
    void end() {
        pool.shutdown();
    }

    @ParameterizedTest
    @EnumSource(
            value = Concurrency.class,
            names = {"INVOKE_ALL", "THEN_APPLY", "ALL_OF", "FORK_AND_JOIN", "SUPPLY_ASYNC"})
    void interleavedRunsNeverSeeEachOther(Concurrency way) throws Exception {
        var one = new CountDownLatch(1);
        var other = new CountDownLatch(1);
        var recorded = LaneRuns.together(List.of(
                () -> way.run(interleaved("a", one, other), pool), () -> way.run(interleaved("b", other, one), pool)));
        assertThat(recorded.get(0).run().exchanges())
                .hasSameSizeAs(recorded.get(1).run().exchanges())
                .allSatisfy(exchange -> assertThat(answer(exchange)).startsWith("a "));
        assertThat(recorded.get(1).run().exchanges())
                .allSatisfy(exchange -> assertThat(answer(exchange)).startsWith("b "));
        for (int i = 0; i < REPLAYS; i++) {
            var a = replaying(recorded.get(0), way);
            var b = replaying(recorded.get(1), way);
            assertThat(a.get().value()).isEqualTo(recorded.get(0).value());
            assertThat(b.get().value()).isEqualTo(recorded.get(1).value());
        }
    }

    @Test
    void nothingOfARunStays() throws Exception {
        var sessions = new ArrayList<WeakReference<Session>>();
        var ways =
                Stream.of(Concurrency.values()).filter(Concurrency::isOfThisJdk).toList();
        for (var way : ways) {
            var recorded = LaneRuns.record(() -> way.run(noting(sessions), pool));
            LaneRuns.replay(recorded.run(), () -> way.run(noting(sessions), pool));
        }
        assertThat(sessions).hasSizeGreaterThan(2 * ways.size());
        // What has been handed over to nobody who still lives is forgotten when the next replay ends.
        for (int i = 0; i < 50 && sessions.stream().anyMatch(session -> session.get() != null); i++) {
            System.gc();
            LaneRuns.replay(LaneRuns.record(() -> "nothing").run(), () -> "nothing");
        }
        assertThat(sessions.stream()
                        .map(WeakReference::get)
                        .filter(Objects::nonNull)
                        .distinct())
                .isEmpty();
    }

    private FutureTask<LaneRuns.Replayed> replaying(Recorded recorded, Concurrency way) {
        Callable<LaneRuns.Replayed> replay =
                () -> LaneRuns.replay(recorded.run(), () -> way.run(LaneRuns.upstream(request -> "live"), pool));
        var task = new FutureTask<>(replay);
        new Thread(task).start();
        return task;
    }

    /** None is answered before the other run has asked too. */
    private static Upstream interleaved(String name, CountDownLatch asked, CountDownLatch other) {
        return LaneRuns.upstream(request -> {
            asked.countDown();
            try {
                other.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return name + " " + request;
        });
    }

    private static Upstream noting(List<WeakReference<Session>> sessions) {
        var upstream = LaneRuns.upstream(request -> "answer " + request);
        return request -> {
            Lane lane = Objects.requireNonNull(Scope.current());
            synchronized (sessions) {
                sessions.add(new WeakReference<>(lane.session()));
            }
            return upstream.call(request);
        };
    }

    private static String answer(Exchange exchange) {
        return ((io.fluxrun.run.Answer.Response) exchange.answer()).value().requireText();
    }
}
