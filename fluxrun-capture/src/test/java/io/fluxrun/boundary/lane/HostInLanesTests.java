package io.fluxrun.boundary.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.FanOut;
import com.acme.Upstream;
import com.acme.pay.Gateway;
import com.acme.pay.RealGateway;
import io.fluxrun.FluxRun;
import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.replay.Expectation;
import io.fluxrun.replay.ReplayResult;
import io.fluxrun.run.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of a declared boundary in the lanes of a run, and what a replay makes of those that are missing or new. */
@Timeout(300)
class HostInLanesTests {
    private static final int CALLS = 8;
    private static final int REPLAYS = 200;

    private final ExecutorService pool = Executors.newFixedThreadPool(CALLS);
    private final RealGateway gateway = new RealGateway();

    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @AfterEach
    void stop() {
        pool.shutdown();
    }

    @Test
    void resultsComeInTheRecordedOrder() throws Exception {
        ordered(World.shuffled(CALLS, 17), FanOut::inOrderOfCompletion);
    }

    @Test
    void callersGoOnInTheRecordedOrder() throws Exception {
        ordered(World.shuffled(CALLS, 19), FanOut::collected);
    }

    private void ordered(World world, Application application) throws Exception {
        var recorded = LaneRuns.record(() -> application.run(outside(world::answer, world::used), pool, CALLS));
        assertThat(recorded.run().exchanges()).hasSize(CALLS).allSatisfy(exchange -> {
            assertThat(exchange.boundary()).isEqualTo("host");
            assertThat(exchange.lane()).startsWith("main/com.acme.FanOut#");
        });
        for (int i = 0; i < REPLAYS; i++) {
            var replayed = LaneRuns.replay(
                    recorded.run(), () -> application.run(outside(request -> "live", () -> {}), pool, CALLS));
            assertThat(replayed.value()).isEqualTo(recorded.value());
            assertThat(replayed.result().message()).doesNotContain("stalled", "order not kept");
        }
    }

    private interface Application {
        List<String> run(Upstream upstream, ExecutorService pool, int calls) throws Exception;
    }

    private static Upstream outside(UnaryOperator<String> world, Runnable used) {
        @SuppressWarnings("unchecked")
        Function<String, String> wrapped = FluxRun.boundary(Function.class, world);
        return new Upstream() {
            @Override
            public String call(String request) {
                return wrapped.apply(request);
            }

            @Override
            public void used() {
                used.run();
            }
        };
    }

    @Test
    void theSameCallsBringTheFailureBack() throws Exception {
        var recorded = LaneRuns.record(() -> pay(1)).run();
        assertThat(recorded.outcome().writes()).hasSize(1);
        int calls = gateway.calls.get();
        assertThat(LaneRuns.replay(recorded, () -> pay(1)).result().verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(replayed(() -> pay(1)).verdict()).isEqualTo(Verdict.REPAIRED);
        assertThat(gateway.calls.get() - calls).as("of the second recording").isEqualTo(3);
    }

    @Test
    void aWriteThatIsNoLongerMadeDiverges() throws Exception {
        var result = replayed(() -> pay(0));
        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary())
                .contains(
                        "Gateway#charge (exchange 2 of 3, host), a write, is no longer made and no allowance says so");
        assertThat(result.proposed()).singleElement().satisfies(allowance -> {
            assertThat(allowance.boundary()).isEqualTo("host");
            assertThat(allowance.operation()).isEqualTo("Gateway#charge");
        });
    }

    @Test
    void aWriteThatIsMadeOnceMoreDivergesAndIsNotRun() throws Exception {
        var recorded = LaneRuns.record(() -> pay(1)).run();
        int calls = gateway.calls.get();
        var result = LaneRuns.replay(recorded, 200, Expectation.REPAIRED, () -> pay(2))
                .result();
        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary()).contains("Gateway#charge (host), a write, has no answer in the fixture");
        assertThat(gateway.calls).hasValue(calls);
    }

    @Test
    void aReadThatIsNoLongerMadeIsRemarked() throws Exception {
        var result = replayed(() -> {
            breaks();
            return charged(1);
        });
        assertThat(result.verdict()).isEqualTo(Verdict.REPAIRED);
        assertThat(result.message()).contains("note: Gateway#quote (exchange 3 of 3, host), a read, was not asked");
    }

    private ReplayResult replayed(Callable<?> today) throws Exception {
        var recorded = LaneRuns.record(() -> pay(1)).run();
        return LaneRuns.replay(recorded, 200, Expectation.REPAIRED, today).result();
    }

    private String pay(int charges) throws Exception {
        breaks();
        var charged = charged(charges);
        return charged + gateway.quote("pen").orElseThrow().sku;
    }

    /** What the recorded run is taken to have failed for. */
    private void breaks() {
        try {
            gateway.receipts(List.of());
        } catch (IOException e) {
            // It answers 500 later on.
        }
    }

    private String charged(int times) throws Exception {
        Callable<Gateway.Receipt> charge = () -> gateway.charge("ord_01", BigDecimal.ONE);
        var receipts = new StringBuilder();
        for (int i = 0; i < times; i++) {
            receipts.append(pool.submit(charge).get());
        }
        return receipts.toString();
    }
}
