package io.fluxrun.boundary.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.FanOut;
import com.acme.Repaired;
import com.acme.Upstream;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.replay.Expectation;
import io.fluxrun.run.OrderEvent;
import io.fluxrun.run.Run;
import io.fluxrun.run.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The recorded order cannot always be kept. Then the lanes go on without it, and the message says which and why. */
@Timeout(300)
class StallTests {
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
    void anEventThatDoesNotComeStallsNobodyElse() throws Exception {
        var upstream = World.answering("call 2", "call 0", "call 1").upstream();
        var run = LaneRuns.record(() -> Repaired.three(upstream, pool, true, false))
                .run();
        var replayed = LaneRuns.replay(run, () -> Repaired.three(UPSTREAM, pool, false, false));
        assertThat(replayed.value()).as(replayed.result().message()).isNotNull();
        assertThat(replayed.result().served()).containsExactlyInAnyOrder(ordinals(run, "call 0", "call 1"));
        assertThat(replayed.result().message())
                .contains("stalled: all lanes waited, lane main for its exchange ")
                .contains("it waits in java.util.concurrent.FutureTask#get called by com.acme.Repaired#three:");
    }

    @Test
    void anAddedHandOverRenamesNoOtherAndStallsNobody() throws Exception {
        var upstream = World.answering("call 2", "call 0", "call 1").upstream();
        var recorded = LaneRuns.record(() -> Repaired.three(upstream, pool, true, false));
        var replayed = LaneRuns.replay(recorded.run(), () -> Repaired.three(UPSTREAM, pool, true, true));
        assertThat(replayed.value()).as(replayed.result().message()).isEqualTo(recorded.value());
        assertThat(replayed.result().message()).doesNotContain("stalled", "order not kept");
    }

    @Test
    void aLaneThatHoldsALockWhileItWaitsForItsTurnIsNamed() throws Exception {
        var monitor = new Object();
        var recorded = LaneRuns.record(() -> FanOut.underALock(UPSTREAM, pool, monitor));
        // As if the two had held the locks the other way round: whoever comes first now waits for the second.
        var run = withReversedExchanges(recorded.run());
        int stalled = 0;
        // Nobody decides who comes first, so a replay in which the second does is none to look at.
        for (int i = 0; i < 20 || (stalled == 0 && i < 1_000); i++) {
            var replayed = LaneRuns.replay(run, () -> FanOut.underALock(UPSTREAM, pool, monitor));
            assertThat(replayed.value()).as(replayed.result().message()).isEqualTo(recorded.value());
            if (replayed.result()
                    .message()
                    .contains("stalled: all lanes waited, lane main/com.acme.FanOut#underALock#")) {
                stalled++;
            }
        }
        assertThat(stalled).isPositive();
    }

    @Test
    void whatCameInTimeAndCannotComeIsLate() throws Exception {
        var recorded = LaneRuns.record(() -> Repaired.waits(UPSTREAM, pool, true));
        assertThat(recorded.value()).isNotEqualTo("late");
        var replayed = LaneRuns.replay(recorded.run(), () -> Repaired.waits(UPSTREAM, pool, false));
        assertThat(replayed.value()).as(replayed.result().message()).isEqualTo("late");
        assertThat(replayed.result().message())
                .contains("stalled: all lanes waited, lane main for what came in time in the recording; it waits in"
                        + " java.util.concurrent.CompletableFuture#get called by com.acme.Repaired#waits:");
    }

    @Test
    void aWaitThatIsInVainProvesNothingUntilItsOutcomeIsAccepted() throws Exception {
        var recorded = LaneRuns.record(() -> Repaired.waits(UPSTREAM, pool, true));
        var replayed =
                LaneRuns.replay(recorded.run(), 200, Expectation.REPAIRED, () -> Repaired.waits(UPSTREAM, pool, false));
        assertThat(replayed.value()).isEqualTo("late");
        assertThat(replayed.result().verdict()).as(replayed.result().message()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(replayed.result().message())
                .contains("no outcome is accepted of a replay in which stalled: all lanes waited, lane main for what"
                        + " came in time in the recording");
    }

    @Test
    void whatLedToTheFailureInAnotherOrderProvesNothing() throws Exception {
        var recorded = LaneRuns.record(() -> FanOut.oneAfterTheOther(UPSTREAM, pool));
        var inOrder = LaneRuns.replay(
                recorded.run(), 200, Expectation.REPAIRED, () -> FanOut.oneAfterTheOther(UPSTREAM, pool));
        assertThat(inOrder.result().verdict()).as(inOrder.result().message()).isEqualTo(Verdict.REPAIRED);
        // As if the later one had come first: it cannot, because it waits for the other.
        var run = withReversedExchanges(recorded.run());
        var replayed = LaneRuns.replay(run, 200, Expectation.REPAIRED, () -> FanOut.oneAfterTheOther(UPSTREAM, pool));
        assertThat(replayed.value()).isEqualTo(recorded.value());
        assertThat(replayed.result().verdict()).as(replayed.result().message()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(replayed.result().message().lines().findFirst().orElseThrow())
                .contains("what led to the failure came in another order than recorded, stalled: all lanes waited, lane"
                        + " main/com.acme.FanOut#oneAfterTheOther#1 for its exchange 2")
                .contains("it waits in java.util.concurrent.CountDownLatch#await called by com.acme.FanOut#")
                .contains("; lane main waits in java.util.concurrent.FutureTask#get called by"
                        + " com.acme.FanOut#oneAfterTheOther:")
                .contains("; lane main/com.acme.FanOut#oneAfterTheOther#2 waits for its turn with its exchange 1 at"
                        + " com.acme.Upstream#work:");
        assertThat(replayed.result().message()).contains("next: let the lanes wait for each other as they did");
    }

    @Test
    void aLaneThatOnlySpinsHoldsNobodyForLong() throws Exception {
        var upstream = World.answering("call 1", "call 0").upstream();
        var run = LaneRuns.record(() -> Repaired.spins(
                        new Upstream() {
                            @Override
                            public String call(String request) {
                                upstream.used();
                                return UPSTREAM.call(request);
                            }
                        },
                        pool,
                        true))
                .run();
        var replayed = LaneRuns.replay(run, () -> Repaired.spins(UPSTREAM, pool, false));
        assertThat(replayed.value()).isEqualTo("done");
        assertThat(replayed.result().message()).contains("order not kept: another lane kept running");
    }

    private static Integer[] ordinals(Run run, String... operations) {
        return run.exchanges().stream()
                .filter(exchange -> List.of(operations).contains(exchange.operation()))
                .map(exchange -> exchange.n())
                .toArray(Integer[]::new);
    }

    private static Run withReversedExchanges(Run run) {
        var order = new ArrayList<OrderEvent>();
        var handOvers = run.order().stream()
                .filter(event -> event.event().equals(OrderEvent.HANDOVER))
                .toList();
        var others = new ArrayList<>(run.order().stream()
                .filter(event -> event.event().equals(OrderEvent.EXCHANGE))
                .toList());
        Collections.reverse(others);
        order.addAll(handOvers);
        order.addAll(others);
        return new Run(
                run.rules(),
                run.info(),
                run.entry(),
                run.outcome(),
                run.boot(),
                run.env(),
                run.lanes(),
                run.spans(),
                run.exchanges(),
                run.readings(),
                run.draws(),
                order,
                run.logs());
    }
}
