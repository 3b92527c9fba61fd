package io.fluxrun.junit;

import static io.fluxrun.junit.ReplayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.FluxRun;
import io.fluxrun.replay.ReplayResult;
import io.fluxrun.run.Allowance;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.run.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ReplayAssertTests {
    @BeforeAll
    static void export() {
        Fixtures.seenRed("assert/ord_01-503.json");
        Fixtures.seenRed("assert/repaired.json", Fixtures.noPayment());
        Fixtures.seenRed("assert/notifying.json", Fixtures.noPayment(), declaredWrite());
    }

    @Test
    void saysWhatARepairedReplayDid() {
        Tests.assertGreen(RepairedTestCase.class, 1);
    }

    static class RepairedTestCase {
        @ReplayTarget
        Shop shop = new Shop.Repaired();

        @ReplayFixture("assert/repaired.json")
        void guard(Replay replay) {
            assertThat(replay)
                    .isRepaired()
                    .returned("pending-stock")
                    .threwNothing()
                    .made("GET /orders/ord_01", "POST /stock/check")
                    .skipped("POST /authorise")
                    .madeNoWrite();
        }
    }

    @Test
    void saysWhatABugDid() {
        assertThat(replay("assert/ord_01-503.json", new Shop()))
                .isRegressed()
                .threw(Shop.OutOfStock.class)
                .threw(RuntimeException.class)
                .madeWrites("POST /authorise");
    }

    @Test
    void aWriteThatTheFixtureOnlyDeclaresIsAWriteToo() {
        var result = replay("assert/notifying.json", new Shop.Swallowing());
        assertThat(result).isRepaired().madeWrites("POST /notify").made("POST /notify");
        assertThatThrownBy(() -> assertThat(result).madeNoWrite())
                .hasMessageStartingWith("expected writes [] but was [POST /notify]\nFLUX-100 REPAIRED notifying.json");
    }

    @Test
    void whatFailsNamesBothSidesAndTheReplay() {
        var result = replay("assert/ord_01-503.json", new Shop());
        fails(() -> assertThat(result).isRepaired(), "FLUX-102 REGRESSED ord_01-503.json (INC-7): ");
        fails(() -> assertThat(result).hasVerdict(Verdict.CHANGED), "FLUX-102 REGRESSED ord_01-503.json (INC-7): ");
        fails(() -> assertThat(result).hasStatus(202), "expected HTTP status 202 but was -1\nFLUX-102");
        fails(() -> assertThat(result).hasBody("x"), "expected body x but was null\nFLUX-102");
        fails(() -> assertThat(result).hasBodyContaining("x"), "expected a body that contains \"x\" but was null\n");
        fails(() -> assertThat(result).hasHeader("A", "b"), "expected header A: b but was []\n");
        fails(
                () -> assertThat(result).threwNothing(),
                "expected nothing thrown but was Thrown[type=io.fluxrun.junit.Shop");
        fails(() -> assertThat(result).returned("paid"), "expected nothing thrown but was Thrown");
        fails(() -> assertThat(result).threw(Error.class), "expected a thrown java.lang.Error but was Thrown");
        fails(() -> assertThat(result).madeNoWrite(), "expected writes [] but was [POST /authorise]\nFLUX-102");
        fails(
                () -> assertThat(result).madeWrites("POST /notify"),
                "expected writes [POST /notify] but was [POST /auth");
        fails(() -> assertThat(result).made("POST /notify"), "expected these operations: [POST /notify] but was [GET");
        fails(() -> assertThat(result).skipped("POST /stock/check"), "expected no POST /stock/check but was [GET");
        fails(
                () -> assertThat(result).skipped("POST /typo"),
                "expected a recorded POST /typo to be skipped but was [GET");
    }

    @Test
    void aReplayThatDidNotGoToItsEndSaysNothingOfWrites() {
        var result = replay("assert/ord_01-503.json", new Shop.Swallowing());
        assertThat(result).hasVerdict(Verdict.DIVERGED);
        assertThatThrownBy(() -> assertThat(result).madeNoWrite()).hasMessageStartingWith("FLUX-101 DIVERGED");
        assertThatThrownBy(() -> assertThat(result).skipped("POST /authorise"))
                .hasMessageStartingWith("FLUX-101 DIVERGED");
    }

    @Test
    void anAssertionThatHoldsLeavesTheGuardToBeAsserted() {
        assertThat(Tests.failure(AssertedBugTestCase.class)).hasMessageStartingWith("FLUX-102 REGRESSED");
    }

    static class AssertedBugTestCase {
        @ReplayFixture("assert/ord_01-503.json")
        void guard(Replay replay) {
            assertThat(replay).isRegressed();
        }
    }

    private static void fails(Runnable assertion, String start) {
        assertThatThrownBy(assertion::run)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith(start)
                .hasMessageContaining("FLUX-102 REGRESSED ord_01-503.json (INC-7)");
    }

    private static ReplayResult replay(String fixture, Shop shop) {
        return FluxRun.replay(Fixtures.file(fixture)).on(shop);
    }

    private static Allowance declaredWrite() {
        return new Allowance(
                "notify",
                Allowance.Kind.ADDED,
                "shop",
                "POST /notify",
                0,
                Value.of("POST /notify"),
                Answer.of(Value.fields().put("status", 200).build()),
                "the customer is told",
                null,
                null);
    }
}
