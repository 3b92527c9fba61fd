package io.fluxrun.boundary.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.pay.Checkout;
import com.acme.pay.Gateway;
import com.acme.pay.RealGateway;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.LiveCallBlockedError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The same through the seam and through the agent. */
abstract class HostContract {
    private final RealGateway real = new RealGateway();

    /** Returns what the application calls. */
    abstract Gateway gateway(RealGateway real);

    @Test
    void aReplaySeesWhatTheRunSawAndRunsNothing() throws Exception {
        var recorded = HostRuns.record(() -> Checkout.run(gateway(real)));
        assertThat(recorded.reasons()).isEmpty();
        assertThat(recorded.exchanges()).hasSize(16);
        assertThat(recorded.exchanges().get(0).operation()).isEqualTo("Gateway#quote");
        assertThat(recorded.exchanges()).extracting(Exchange::boundary).containsOnly("host");
        int calls = real.calls.get();
        assertThat(calls).isEqualTo(15);
        for (int i = 0; i < 3; i++) {
            var replay = HostRuns.replay(recorded.exchanges());
            assertThat(HostRuns.inLane(replay.main(), () -> Checkout.run(gateway(real))))
                    .isEqualTo(recorded.value());
            assertThat(replay.left()).isEmpty();
        }
        assertThat(real.calls).hasValue(calls);
    }

    @Test
    void whatTheFixtureCannotAnswerDivergesAndIsNotRun() {
        var replay = HostRuns.replay(List.of());
        assertThatThrownBy(() ->
                        HostRuns.inLane(replay.main(), () -> gateway(real).charge("o", BigDecimal.ONE)))
                .isInstanceOf(DivergedError.class);
        assertThatThrownBy(
                        () -> HostRuns.inLane(replay.main(), () -> gateway(real).later("o")))
                .isInstanceOf(DivergedError.class);
        assertThatThrownBy(
                        () -> HostRuns.inLane(replay.main(), () -> gateway(real).greeting("o")))
                .isInstanceOf(DivergedError.class);
        assertThat(replay.misses()).hasSize(3);
        assertThat(real.calls).hasValue(0);
    }

    @Test
    void otherArgumentsAreAnotherCall() throws Exception {
        var recorded = HostRuns.record(() -> gateway(real).count(true, 'x', 1));
        int calls = real.calls.get();
        for (Callable<Long> other : List.<Callable<Long>>of(
                () -> gateway(real).count(false, 'x', 1),
                () -> gateway(real).count(true, 'y', 1),
                () -> gateway(real).count(true, 'x', 1.5))) {
            var replay = HostRuns.replay(recorded.exchanges());
            assertThatThrownBy(() -> HostRuns.inLane(replay.main(), other)).isInstanceOf(DivergedError.class);
        }
        assertThat(real.calls).hasValue(calls);
    }

    @Test
    void argumentsAreRecordedAsTheyWereAtTheCall() throws Exception {
        var given = new ArrayList<>(List.of("a"));
        var recorded = HostRuns.record(() -> {
            gateway(real).anything(given);
            given.add("later");
            return "";
        });
        assertThat(recorded.exchanges()
                        .get(0)
                        .request()
                        .get("arguments")
                        .items()
                        .get(0)
                        .items())
                .containsExactly(Value.of("a"));
    }

    @Test
    void anAnswerThatCannotBeRebuiltDivergesAndIsNotRun() throws Exception {
        var recorded = HostRuns.record(() -> gateway(real).count(true, 'x', 1))
                .exchanges()
                .get(0);
        int calls = real.calls.get();
        for (Answer broken : List.of(
                Answer.of(Value.fields()
                        .put(
                                "value",
                                Value.fields()
                                        .put("type", "no.Such")
                                        .put("value", 1)
                                        .build())
                        .build()),
                Answer.of(Value.fields().put("value", "text").build()),
                Answer.of(new Thrown("no.Such", null, List.of(), Value.NULL, null)))) {
            var replay = HostRuns.replay(
                    List.of(new Exchange(1, "main", "host", recorded.operation(), 0, 0, recorded.request(), broken)));
            assertThatThrownBy(() ->
                            HostRuns.inLane(replay.main(), () -> gateway(real).count(true, 'x', 1)))
                    .isInstanceOfAny(DivergedError.class, LiveCallBlockedError.class);
            assertThat(replay.misses()).hasSize(1);
        }
        assertThat(real.calls).hasValue(calls);
    }

    @Test
    void whatCannotComeBackMakesTheRunPartialAndIsNamed() throws Exception {
        assertThat(reasons(gateway -> gateway.anything(new Thread())))
                .anySatisfy(reason -> assertThat(reason)
                        .contains("Gateway#anything")
                        .contains("arguments[0]")
                        .contains("java.lang.Thread"))
                .anySatisfy(reason -> assertThat(reason).contains("result").contains("java.lang.Thread"));
        var page = new Gateway.Page<String>();
        assertThat(reasons(gateway -> gateway.anything(page)))
                .containsExactly(
                        "result of Gateway#anything: A recorded com.acme.pay.Gateway$Page cannot be rebuilt: the"
                                + " declared type does not tell its type arguments.");
        assertThat(reasons(gateway -> gateway.fill(new ArrayList<>())))
                .containsExactly("arguments[0] of Gateway#fill: the method changes it");
        assertThat(reasons(gateway -> gateway.fail("abc")))
                .containsExactly(
                        "exception of Gateway#fail: com.acme.pay.Gateway$Odd has no constructor of a message and"
                                + " a cause that makes the exception with the message \"odd 3\"");
        assertThat(reasons(gateway -> gateway.never("x")))
                .containsExactly("result of Gateway#never: its future was not complete when the run ended");
    }

    @Test
    void outsideARunTheRealMethodIsCalled() throws Exception {
        assertThat(gateway(real).charge("o", BigDecimal.ONE).lines()).containsExactly("o");
        assertThat(real.calls).hasValue(1);
    }

    private List<String> reasons(java.util.function.Consumer<Gateway> call) throws Exception {
        return HostRuns.record(() -> {
                    try {
                        call.accept(gateway(real));
                    } catch (Gateway.Odd expected) {
                        // Recorded all the same.
                    }
                    return "";
                })
                .reasons();
    }
}
