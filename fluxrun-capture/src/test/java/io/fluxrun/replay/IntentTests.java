package io.fluxrun.replay;

import static io.fluxrun.replay.Orders.http;
import static io.fluxrun.replay.Orders.recorded;
import static io.fluxrun.replay.Orders.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Verdict;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.LiveCallBlockedError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is proposed to be allowed, and what becomes of what a person has written. */
class IntentTests {
    @Test
    void afterAnUnansweredRequestNothingIsKnownToBeRemoved() {
        var shop = recorded().shop();
        shop.readOrder();
        shop.checkStock();
        assertThatThrownBy(() -> shop.post("/reserve", "{}")).isInstanceOf(DivergedError.class);
        var result = shop.fails("diverged");

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.proposed())
                .singleElement()
                .returns(Allowance.Kind.ADDED, Allowance::kind)
                .returns("POST /reserve", Allowance::operation);
        assertThat(result.message()).doesNotContain("\"removed-3\"");
    }

    @Test
    void afterABlockedCallNothingIsProposed() {
        var shop = recorded().shop();
        shop.readOrder();
        shop.checkStock();
        shop.session.blocked(shop.lane(), "socket", "connection to 127.0.0.1:5432");
        var result = shop.fails("diverged");

        assertThat(result.proposed()).isEmpty();
        assertThat(result.message())
                .contains("next: declare the call as a boundary")
                .doesNotContain("accept");
    }

    @Test
    void anAuthoredAnswerThatNoRequestUsedIsStale() {
        var shop = recorded()
                .allowing(removed(3))
                .answering(http(1, "GET", "/fallback", "", 200, "{}"), http(2, "GET", "/other", "", 200, "{}"))
                .shop();
        shop.readOrder();
        shop.checkStock();
        shop.get("/fallback");
        var result = shop.answers(202, "{}");

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary()).endsWith("the authored answer to GET /other (http) is stale, no request used it");
        assertThat(result.message()).contains("next: remove the answer from guard.answers of ord_01-503.json");
    }

    @Test
    void theSecondOfTwoAnswersToOneRequestIsStale() {
        var shop = recorded()
                .allowing(removed(3))
                .answering(http(1, "GET", "/fallback", "", 200, "{}"), http(1, "GET", "/fallback", "", 200, "{}"))
                .shop();
        shop.readOrder();
        shop.checkStock();
        shop.get("/fallback");

        assertThat(shop.answers(202, "{}").verdict()).isEqualTo(Verdict.DIVERGED);
    }

    @Test
    void whatTheRecordingDidNotReadIsNoLiveCall() {
        var shop = recorded().shop();
        shop.readOrder();
        shop.checkStock();
        var error =
                shop.session.unanswered(shop.lane(), "jdbc", "row 3 of SELECT orders was not read in the recorded run");
        assertThat(error)
                .isNotInstanceOf(LiveCallBlockedError.class)
                .hasMessage("FLUX-101 ord_01-503.json: row 3 of SELECT orders was not read in the recorded run (jdbc),"
                        + " and the recording has no answer to it. The replay stays DIVERGED even if this error is"
                        + " caught.");
        var result = shop.answers(202, "{}");

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary())
                .isEqualTo("FLUX-101 DIVERGED ord_01-503.json: row 3 of SELECT orders was not read in the recorded run"
                        + " (jdbc), and the recording has no answer to it (after exchange 2 of 3)");
        assertThat(result.proposed()).isEmpty();
        assertThat(result.message())
                .contains("next: read no more of that answer than the recorded run did, or export a run that reads it")
                .doesNotContain("blocked");
    }

    @Test
    void whatTheBootDidNotReadIsNoLiveCall() {
        var boot = new BootSession(
                Boot.EMPTY, Orders.recorded().input().fixture().run().info(), List.of());

        assertThat(boot.unanswered(boot.main(), "jdbc", "row 3 of SELECT orders was not read in the recorded run"))
                .isNotInstanceOf(LiveCallBlockedError.class)
                .hasMessageContaining("the recorded boot has no answer to it")
                .hasMessageNotContaining("blocked");
    }
}
