package io.fluxrun.replay;

import static io.fluxrun.replay.Orders.answer;
import static io.fluxrun.replay.Orders.recorded;
import static io.fluxrun.replay.Orders.removed;
import static io.fluxrun.replay.Orders.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.run.Verdict;
import io.fluxrun.scope.DivergedError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests that a repair makes in another form, or more often. */
class ChangedRequestTests {
    private static final String OTHER = "{\"sku\":\"A\",\"n\":2}";

    @Test
    void aChangedRequestOfARecordedOperationIsProposedAsItsChange() {
        var shop = recorded().shop();
        shop.readOrder();
        assertThatThrownBy(() -> shop.checkStock(OTHER)).isInstanceOf(DivergedError.class);
        var result = shop.fails("diverged");

        assertThat(result.proposed())
                .singleElement()
                .returns(Allowance.Kind.CHANGED, Allowance::kind)
                .returns(2, Allowance::exchange)
                .returns(null, Allowance::answer)
                .returns("changed-2", Allowance::id);
        assertThat(result.message())
                .contains("\"kind\": \"changed\"")
                .doesNotContain("add what it is answered with")
                .doesNotContain("instead of the breaking call");
    }

    @Test
    void aChangedRequestGetsTheRecordedAnswer() {
        var shop = recorded().allowing(changed(2, OTHER, null), removed(3)).shop();
        shop.readOrder();
        assertThat(shop.checkStock(OTHER)).isEqualTo(503);

        assertThat(shop.answers(202, "{}").verdict()).isEqualTo(Verdict.REPAIRED);
    }

    @Test
    void aBugThatOnlyAsksOtherwiseIsStillTheBug() {
        var shop = recorded().allowing(changed(2, OTHER, null)).shop();
        shop.readOrder();
        shop.checkStock(OTHER);
        shop.pay();

        assertThat(shop.fails("inventory unavailable").verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void aPersonMaySayWhatAChangedRequestIsAnsweredToday() {
        var shop = recorded()
                .allowing(changed(2, OTHER, answer(200, "{}")), removed(3))
                .shop();
        shop.readOrder();
        assertThat(shop.checkStock(OTHER)).isEqualTo(200);

        var result = shop.answers(202, "{}");
        assertThat(result.verdict()).isEqualTo(Verdict.REPAIRED);
        assertThat(result.message())
                .contains("note: allowance 'changed-2' answers exchange 2 with something else than was recorded");
    }

    @Test
    void aChangeThatIsNotMadeIsStale() {
        var shop = recorded().allowing(changed(2, OTHER, null), removed(3)).shop();
        shop.readOrder();
        shop.checkStock();
        var result = shop.answers(202, "{}");

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary()).endsWith("allowance 'changed-2' is stale, it matched nothing");
    }

    @Test
    void aReadIsNeverChangedIntoAWrite() {
        var shop = recorded()
                .allowing(new Allowance(
                        "w",
                        Allowance.Kind.CHANGED,
                        "http",
                        "POST /refund",
                        2,
                        request("POST", "/refund", "{}"),
                        null,
                        "meant",
                        null,
                        null))
                .shop();
        shop.readOrder();

        assertThatThrownBy(() -> shop.post("/refund", "{}")).isInstanceOf(DivergedError.class);
    }

    @Test
    void aChangeOfAnExchangeThatIsMadeAsRecordedTooIsNotServedTwice() {
        var shop = recorded().allowing(changed(2, OTHER, null)).shop();
        shop.readOrder();
        shop.checkStock();

        assertThatThrownBy(() -> shop.checkStock(OTHER)).isInstanceOf(DivergedError.class);
    }

    @Test
    void aReadThatIsMadeOnceMoreIsProposedAndAllowedByName() {
        var before = recorded().shop();
        before.readOrder();
        before.checkStock();
        assertThatThrownBy(before::readOrder).isInstanceOf(DivergedError.class);
        var proposed = before.fails("diverged").proposed();
        assertThat(proposed)
                .singleElement()
                .returns(Allowance.Kind.REREAD, Allowance::kind)
                .returns(1, Allowance::exchange);

        var shop = recorded().allowing(proposed.get(0), removed(3)).shop();
        shop.readOrder();
        shop.checkStock();
        shop.readOrder();
        shop.readOrder();
        var result = shop.answers(202, "{}");
        assertThat(result.verdict()).isEqualTo(Verdict.REPAIRED);
        assertThat(result.made()).extracting(MadeExchange::n).containsExactly(1, 2, 1, 1);
    }

    @Test
    void aRereadThatIsNotMadeIsStale() {
        var shop =
                recorded().allowing(reread(1, "GET /orders/ord_01"), removed(3)).shop();
        shop.readOrder();
        shop.checkStock();

        assertThat(shop.answers(202, "{}").summary()).endsWith("allowance 'reread-1' is stale, it matched nothing");
    }

    @Test
    void aWriteIsNeverMadeAgainByAReread() {
        var shop = recorded().allowing(reread(3, "POST /authorise")).shop();
        shop.readOrder();
        shop.checkStock();
        shop.pay();

        assertThatThrownBy(shop::pay).isInstanceOf(DivergedError.class);
        assertThat(shop.fails("diverged").verdict()).isNotEqualTo(Verdict.REPAIRED);
    }

    @Test
    void aRereadAllowanceMustNameItsExchange() {
        var shop = recorded().allowing(reread(1, "GET /other")).shop();
        shop.readOrder();

        assertThatThrownBy(shop::readOrder).isInstanceOf(DivergedError.class);
    }

    private static Allowance changed(int n, String body, @Nullable Answer answer) {
        return new Allowance(
                "changed-" + n,
                Allowance.Kind.CHANGED,
                "http",
                "POST /stock/check",
                n,
                request("POST", "/stock/check", body),
                answer,
                "meant",
                null,
                null);
    }

    private static Allowance reread(int n, String operation) {
        return new Allowance(
                "reread-" + n, Allowance.Kind.REREAD, "http", operation, n, Value.NULL, null, "meant", null, null);
    }
}
