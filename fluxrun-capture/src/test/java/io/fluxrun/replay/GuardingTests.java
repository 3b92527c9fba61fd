package io.fluxrun.replay;

import static io.fluxrun.replay.Orders.recorded;
import static io.fluxrun.replay.Orders.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Value;
import io.fluxrun.run.Verdict;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.LiveCallBlockedError;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardingTests {
    private static final String REPAIRED_BODY = "{\"status\":\"pending-stock\"}";

    @Test
    void theSameFailureWithTheSameWritesIsRegressed() {
        var shop = recorded().seenRed().shop();
        shop.readOrder();
        shop.checkStock();
        shop.pay();
        var result = shop.fails("inventory unavailable");

        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.passed()).isFalse();
        assertThat(result.served()).containsExactly(1, 2, 3);
        assertThat(result.summary())
                .isEqualTo("FLUX-102 REGRESSED ord_01-503.json (INC-7): GET /orders/ord_01 answers 503 again, "
                        + "broke at POST /stock/check (exchange 2 of 3, http)");
        assertThat(result.message())
                .contains(
                        "recorded: GET /orders/ord_01 answers 503 {\"message\":\"inventory unavailable\"} "
                                + "after com.acme.OrderFailed: inventory unavailable",
                        "replayed: GET /orders/ord_01 answers 503",
                        "2 POST /stock/check (http): served, broke the recorded run",
                        "set a breakpoint at com.acme.Orders#place");
    }

    @Test
    void aRepairThatSkipsAWriteDivergesUntilThatIsAllowed() {
        var shop = recorded().shop();
        shop.readOrder();
        shop.checkStock();
        var result = shop.answers(202, REPAIRED_BODY);

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary())
                .isEqualTo("FLUX-101 DIVERGED ord_01-503.json: POST /authorise (exchange 3 of 3, http), a write, "
                        + "is no longer made and no allowance says so");
        assertThat(result.proposed())
                .singleElement()
                .returns(Allowance.Kind.REMOVED, Allowance::kind)
                .returns(3, Allowance::exchange)
                .returns("POST /authorise", Allowance::operation);
        assertThat(result.message())
                .contains(
                        "3 POST /authorise (http), write: not asked",
                        "mvn fluxrun:accept -Dfluxrun.fixture=ord_01-503.json",
                        "into guard.allowances of ord_01-503.json",
                        "\"id\": \"removed-3\"");
        assertThat(result.expected()).contains("3 POST /authorise (http)");
        assertThat(result.actual()).doesNotContain("3 POST /authorise (http)");
    }

    @Test
    void anAllowedRepairIsGreen() {
        var shop = recorded().allowing(removed(3)).shop();
        shop.readOrder();
        shop.checkStock();
        var result = shop.answers(202, REPAIRED_BODY);

        assertThat(result.verdict()).isEqualTo(Verdict.REPAIRED);
        assertThat(result.passed()).isTrue();
        assertThat(result.summary())
                .isEqualTo("FLUX-100 REPAIRED ord_01-503.json: GET /orders/ord_01 answers 202, "
                        + "the recorded failure stayed away");
    }

    @Test
    void aReintroducedBugIsRegressedEvenWhenTheAllowanceHasBecomeStale() {
        var shop = recorded().allowing(removed(3)).shop();
        shop.readOrder();
        shop.checkStock();
        shop.pay();
        assertThat(shop.fails("inventory unavailable").verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void anAcceptedOutcomeIsComparedAsJson() {
        var accepted = new Outcome(
                Outcome.Status.COMPLETED, Orders.response(202, "{\"a\":1.0,\"b\":2}"), null, null, List.of());
        var same = recorded().allowing(removed(3)).accepting(accepted).shop();
        same.readOrder();
        same.checkStock();
        assertThat(same.answers(202, "{ \"b\": 2, \"a\": 1 }").verdict()).isEqualTo(Verdict.REPAIRED);

        var other = recorded().allowing(removed(3)).accepting(accepted).shop();
        other.readOrder();
        other.checkStock();
        var result = other.answers(202, "{\"a\":1,\"b\":3}");
        assertThat(result.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(result.summary())
                .isEqualTo("FLUX-104 CHANGED ord_01-503.json: GET /orders/ord_01 answers 202, "
                        + "not what was accepted: body.b differ");
        assertThat(result.message()).contains("accepted: 2", "replayed: 3", "mvn fluxrun:accept");
        assertThat(result.expected()).contains("\"b\" : 2");
        assertThat(result.actual()).contains("\"b\" : 3");
    }

    @Test
    void anotherFailureIsChangedNotGreen() {
        var shop = recorded().allowing(removed(3)).shop();
        shop.readOrder();
        shop.checkStock();
        var result = shop.fails("something else");

        assertThat(result.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(result.summary()).endsWith("the recorded failure stayed away, but this is a failure too");
    }

    @Test
    void theSameFailureWithoutTheRecordedWriteIsNoRegression() {
        var shop = recorded().allowing(removed(3)).shop();
        shop.readOrder();
        shop.checkStock();
        assertThat(shop.fails("inventory unavailable").verdict()).isEqualTo(Verdict.CHANGED);
    }

    @Test
    void emptyHandlerProvesNothing() {
        var result = recorded().shop().answers(200, "");

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.summary())
                .isEqualTo("FLUX-103 INCONCLUSIVE ord_01-503.json: this proves nothing, "
                        + "GET /orders/ord_01 (exchange 1 of 3, http) was neither asked nor declared removed");
        assertThat(result.message())
                .contains("also: POST /stock/check (exchange 2 of 3, http) was neither asked nor declared removed")
                .contains("also: nothing of the recording was asked and the failing method was not entered");
    }

    @Test
    void anEditedRecordingProvesNothing() {
        var shop = recorded()
                .exchanges(
                        Orders.http(1, "GET", "/orders/ord_01", "", 200, "{}"),
                        Orders.http(2, "POST", "/stock/check", "{\"sku\":\"A\",\"n\":1}", 200, "{}"),
                        Orders.http(3, "POST", "/authorise", "{\"total\":10}", 200, "{}"))
                .seenRed()
                .digest("edited")
                .shop();
        shop.readOrder();
        shop.checkStock();
        shop.pay();
        var result = shop.answers(200, "{}");

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.summary()).contains("was edited after the guard was seen red on 2026-11-21");
    }

    @Test
    void aDeletedExchangeBeforeTheBreakingOneDiverges() {
        var shop = recorded().without(1).shop();
        assertThatThrownBy(shop::readOrder).isInstanceOf(DivergedError.class);
        var result = shop.fails("anything");

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary())
                .isEqualTo("FLUX-101 DIVERGED ord_01-503.json: GET /orders/ord_01 (http) has no answer in the fixture");
    }

    @Test
    void aDeletedExchangeAfterTheBreakingOneProvesNothing() {
        var shop = recorded().without(3).seenRed().digest("edited").shop();
        shop.readOrder();
        shop.checkStock();
        assertThatThrownBy(shop::pay).isInstanceOf(DivergedError.class);
        assertThat(shop.fails("diverged").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aSwallowedMissStillDecides() {
        var shop = recorded().allowing(removed(3)).shop();
        shop.readOrder();
        shop.checkStock();
        assertThatThrownBy(() -> shop.post("/refund", "{}"))
                .isInstanceOf(DivergedError.class)
                .hasMessageContaining("FLUX-101 ord_01-503.json: POST /refund (http), a write, has no answer")
                .hasMessageContaining("even if this error is caught");
        var result = shop.answers(202, REPAIRED_BODY);

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary()).endsWith("has no answer in the fixture (after exchange 2 of 3)");
        assertThat(result.message()).contains("add what it is answered with: \"response\"");
        assertThat(result.proposed())
                .singleElement()
                .returns(Allowance.Kind.ADDED, Allowance::kind)
                .returns("POST /refund", Allowance::operation);
    }

    @Test
    void anAddedWriteIsGreenOnceItIsAllowed() {
        var shop = recorded()
                .allowing(removed(3), Orders.added("/refund", "{\"a\":1}", Orders.answer(201, "")))
                .shop();
        shop.readOrder();
        shop.checkStock();
        assertThat(shop.post("/refund", "{ \"a\": 1 }")).isEqualTo(201);
        assertThat(shop.answers(202, REPAIRED_BODY).verdict()).isEqualTo(Verdict.REPAIRED);
    }

    @Test
    void anAllowedWriteIsAllowedOnce() {
        var shop = recorded()
                .allowing(removed(3), Orders.added("/refund", "", Orders.answer(201, "")))
                .shop();
        shop.readOrder();
        shop.checkStock();
        shop.post("/refund", "");
        assertThatThrownBy(() -> shop.post("/refund", "")).isInstanceOf(DivergedError.class);
    }

    @Test
    void anAllowanceThatMatchesNothingIsStale() {
        var shop = recorded()
                .allowing(removed(3), Orders.added("/refund", "", Orders.answer(201, "")))
                .shop();
        shop.readOrder();
        shop.checkStock();
        var result = shop.answers(202, REPAIRED_BODY);

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary()).endsWith("allowance 'a/refund' is stale, it matched nothing");
        assertThat(result.message()).contains("remove the allowance from guard.allowances");
    }

    @Test
    void aRemovedExchangeThatIsMadeAfterAllIsStale() {
        var shop = recorded().allowing(removed(3)).shop();
        shop.readOrder();
        shop.checkStock();
        shop.pay();
        assertThat(shop.answers(202, REPAIRED_BODY).summary()).contains("allowance 'r3' is stale");
    }

    @Test
    void twoAllowancesForOneExchangeAreAmbiguous() {
        var again = new Allowance(
                "again", Allowance.Kind.REMOVED, "http", "POST /authorise", 3, Value.NULL, null, "", null, null);
        var shop = recorded().allowing(removed(3), again).shop();
        shop.readOrder();
        shop.checkStock();
        var result = shop.answers(202, REPAIRED_BODY);

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary()).contains("allowance 'again' is ambiguous");
    }

    @Test
    void anAllowanceThatNamesAnotherExchangeThanItsNumberAllowsNothing() {
        for (var wrong : List.of(
                Orders.removed(3, "http", "GET /orders/ord_01"), Orders.removed(3, "jdbc", "POST /authorise"))) {
            var shop = recorded().allowing(wrong).shop();
            shop.readOrder();
            shop.checkStock();
            var result = shop.answers(202, REPAIRED_BODY);

            assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
            assertThat(result.summary())
                    .contains("POST /authorise (exchange 3 of 3, http), a write, is no longer made");
        }
    }

    @Test
    void anAuthoredAnswerGivesNoLeaveToWrite() {
        var shop = recorded()
                .answering(Orders.http(0, "POST", "/refund", "", 201, "{}"))
                .shop();
        shop.readOrder();
        shop.checkStock();
        shop.pay();
        assertThatThrownBy(() -> shop.post("/refund", "")).isInstanceOf(DivergedError.class);
        var result = shop.answers(202, REPAIRED_BODY);

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary()).contains("POST /refund (http), a write, has no answer");
    }

    @Test
    void anHttpRunThatIsReplayedWithoutAnHttpAnswerProvesNothing() {
        var shop = recorded().shop();
        shop.readOrder();
        shop.checkStock();
        shop.pay();
        // A controller called by hand may return its 503 as an object: no status, no exception.
        var result = shop.end(Value.NULL, null, Expectation.REPAIRED);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.summary()).contains("the test invoked something that gives no HTTP answer");
    }

    @Test
    void aNewReadNeedsAnAuthoredAnswer() {
        var shop = recorded()
                .allowing(removed(3))
                .answering(Orders.http(0, "GET", "/fallback", "", 200, "{}"))
                .shop();
        shop.readOrder();
        shop.checkStock();
        assertThat(shop.get("/fallback")).isEqualTo(200);
        assertThat(shop.get("/fallback")).isEqualTo(200);
        assertThat(shop.answers(202, REPAIRED_BODY).verdict()).isEqualTo(Verdict.REPAIRED);
    }

    @Test
    void aSkippedReadAfterTheBreakIsReportedNotRed() {
        var shop = recorded().writes().shop();
        shop.readOrder();
        shop.checkStock();
        var result = shop.answers(202, REPAIRED_BODY);

        assertThat(result.verdict()).isEqualTo(Verdict.REPAIRED);
        assertThat(result.message()).contains("note: POST /authorise (exchange 3 of 3, http), a read, was not asked");
    }

    @Test
    void aLiveCallIsBlockedAndLatched() {
        var shop = recorded().shop();
        shop.readOrder();
        var blocked = shop.session.blocked(shop.lane(), "socket", "connection to 127.0.0.1:5432");
        assertThat(blocked).isInstanceOf(LiveCallBlockedError.class).hasMessageContaining("127.0.0.1:5432");
        var result = shop.answers(200, "");

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary())
                .isEqualTo("FLUX-101 DIVERGED ord_01-503.json: connection to 127.0.0.1:5432 (socket) was blocked, "
                        + "a replay never goes live (after exchange 1 of 3)");
    }

    @Test
    void aCompletedRunIsComparedWithItself() {
        var completed = new Outcome(Outcome.Status.COMPLETED, Orders.response(200, "{\"a\":1}"), null, null, List.of());
        var same = recorded().exchanges().writes().outcome(completed).shop();
        assertThat(same.answers(200, "{\"a\": 1}").verdict()).isEqualTo(Verdict.REPAIRED);
        var other = recorded().exchanges().writes().outcome(completed).shop();
        assertThat(other.answers(200, "{\"a\": 2}").verdict()).isEqualTo(Verdict.CHANGED);
    }
}
