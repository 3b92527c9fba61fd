package io.fluxrun.replay;

import static io.fluxrun.replay.Orders.recorded;
import static io.fluxrun.replay.Orders.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Value;
import io.fluxrun.run.Verdict;
import io.fluxrun.scope.DivergedError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Green needs evidence that the replay came to where the bug was. */
class ApproachTests {
    @Test
    void theBreakingCallIsNeverProposedToBeRemoved() {
        var shop = recorded().writes(2, 3).shop();
        shop.readOrder();
        var result = shop.answers(202, "{}");

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.proposed()).isEmpty();
        assertThat(result.message())
                .contains(
                        "next: the replay never made the breaking call POST /stock/check (exchange 2 of 3, http), so"
                                + " this guard would not approach the bug; let the code make it again",
                        "accept does not write this down. If the repair rightly never makes that call, write by hand"
                                + " into guard.allowances of ord_01-503.json, with the reason:",
                        "\"id\": \"removed-2\"")
                .doesNotContain("mvn fluxrun:accept");
    }

    @Test
    void aPersonMaySayThatTheBreakingCallIsRightlyGone() {
        var shop = recorded().allowing(removed(2), removed(3)).shop();
        shop.readOrder();
        assertThat(shop.answers(202, "{}").verdict()).isEqualTo(Verdict.REPAIRED);
    }

    @Test
    void theSameFailureWithoutTheBreakingCallIsBackAllTheSame() {
        var shop = recorded()
                .allowing(removed(2), Orders.added("/stock/check", "{\"n\":2}", Orders.answer(503, "{}")))
                .shop();
        shop.readOrder();
        shop.post("/stock/check", "{\"n\":2}");
        shop.pay();
        assertThat(shop.fails("inventory unavailable").verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void anotherRequestInPlaceOfTheBreakingOneSaysWhatAcceptingItMeans() {
        var shop = recorded().writes(2, 3).shop();
        shop.readOrder();
        assertThatThrownBy(() -> shop.post("/v2/stock/check", "{\"n\":1,\"sku\":\"A\"}"))
                .isInstanceOf(DivergedError.class);
        var result = shop.fails("diverged");

        assertThat(result.proposed()).extracting(Allowance::kind).containsExactly(Allowance.Kind.ADDED);
        assertThat(result.message())
                .contains(
                        "if the repair makes it instead of the breaking call POST /stock/check (exchange 2 of 3, http),"
                                + " the replay never makes that call and this guard would not approach the bug",
                        "\"removed-2\"")
                .doesNotContain("\"removed-3\"");
    }

    @Test
    void aSkippedReadBeforeTheBreakMayBeAccepted() {
        var shop = recorded().shop();
        shop.checkStock();
        var result = shop.answers(202, "{}");

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.proposed()).extracting(Allowance::exchange).containsExactly(1, 3);
        assertThat(result.message()).contains("next: if the repair means this, run: mvn fluxrun:accept");

        var allowed = recorded().allowing(removed(1), removed(3)).shop();
        allowed.checkStock();
        assertThat(allowed.answers(202, "{}").verdict()).isEqualTo(Verdict.REPAIRED);
    }

    @Test
    void nothingIsProposedOnAnEditedRecording() {
        var shop = recorded().seenRed().digest("edited").shop();
        shop.checkStock();
        var result = shop.answers(202, "{}");

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.proposed()).isEmpty();
        assertThat(result.message()).doesNotContain("mvn fluxrun:accept");
    }

    @Test
    void anEmptiedHandlerProvesNothingEvenIfItIsTheFailingMethod() {
        var shop = brokeInCode(Orders.SITE).shop();
        shop.session.entered(Orders.SITE);
        var result = shop.answers(200, "");

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.proposed()).isEmpty();
        assertThat(result.message()).contains("write by hand").doesNotContain("mvn fluxrun:accept");
    }

    @Test
    void aFailureInCodeNeedsEveryExchangeBeforeIt() {
        var half = brokeInCode(Orders.SITE).shop();
        half.session.entered(Orders.SITE);
        half.readOrder();
        half.pay();
        var result = half.answers(200, "{}");
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.summary()).contains("POST /stock/check (exchange 2 of 3, http) was neither asked");
        assertThat(result.proposed()).extracting(Allowance::exchange).containsExactly(2);

        var whole = brokeInCode(Orders.SITE).shop();
        whole.session.entered(Orders.SITE);
        asksAll(whole);
        assertThat(whole.answers(200, "{}").verdict()).isEqualTo(Verdict.REPAIRED);
    }

    @Test
    void aBypassedFailingMethodNeedsAnAcceptedOutcome() {
        var bypassed = brokeInCode(Orders.SITE).shop();
        asksAll(bypassed);
        var result = bypassed.answers(200, "{}");
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.summary())
                .endsWith("the failing method was not entered, and no outcome is accepted without it: "
                        + "com.acme.Orders#place");
        assertThat(result.message()).contains("mvn fluxrun:accept");

        var accepted = brokeInCode(Orders.SITE).accepting(completed(3)).shop();
        asksAll(accepted);
        assertThat(accepted.answers(200, "{}").verdict()).isEqualTo(Verdict.REPAIRED);
    }

    @Test
    void aHalfEmptiedHandlerIsNotProposedForAcceptance() {
        var shop = brokeInCode(Orders.SITE).shop();
        shop.readOrder();
        assertThat(shop.answers(200, "{}").proposed()).isEmpty();
    }

    @Test
    void aBugThatAskedNothingNeedsItsMethodEnteredAndAnAcceptedOutcome() {
        var elsewhere = askedNothing(Orders.SITE).accepting(completed()).shop();
        var result = elsewhere.answers(200, "{}");
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.message())
                .contains("name the method that does it now first in outcome.signature.frames of ord_01-503.json")
                .doesNotContain("mvn fluxrun:accept");

        var unread = askedNothing(Orders.SITE).shop();
        unread.session.entered(Orders.SITE);
        var unaccepted = unread.answers(200, "{}");
        assertThat(unaccepted.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(unaccepted.message()).contains("mvn fluxrun:accept");

        var there = askedNothing(Orders.SITE).accepting(completed()).shop();
        there.session.entered(Orders.SITE);
        assertThat(there.answers(200, "{}").verdict()).isEqualTo(Verdict.REPAIRED);
    }

    @Test
    void withNeitherFramesNorExchangesOnlyAnAcceptedOutcomeTells() {
        var result = askedNothing().shop().answers(200, "{}");
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.summary())
                .endsWith("nothing of the recording was asked, and no outcome is accepted that tells a repair from an"
                        + " emptied method");

        assertThat(askedNothing()
                        .accepting(completed())
                        .shop()
                        .answers(200, "{}")
                        .verdict())
                .isEqualTo(Verdict.REPAIRED);
        assertThat(askedNothing().accepting(completed()).shop().answers(200, "").verdict())
                .isEqualTo(Verdict.CHANGED);
    }

    private static void asksAll(Shop shop) {
        shop.readOrder();
        shop.checkStock();
        shop.pay();
    }

    private static Orders brokeInCode(String... frames) {
        var signature = new FailureSignature("java.lang.NullPointerException", "m", 500, List.of(frames), 0, null);
        return recorded()
                .outcome(new Outcome(Outcome.Status.FAILED, Orders.response(500, ""), null, signature, List.of(3)));
    }

    private static Orders askedNothing(String... frames) {
        var signature = new FailureSignature(null, null, 500, List.of(frames), 0, null);
        return recorded()
                .exchanges()
                .outcome(new Outcome(Outcome.Status.FAILED, Value.NULL, null, signature, List.of()));
    }

    private static Outcome completed(Integer... writes) {
        return new Outcome(Outcome.Status.COMPLETED, Orders.response(200, "{}"), null, null, List.of(writes));
    }
}
