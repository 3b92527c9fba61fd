package io.fluxrun.replay;

import static io.fluxrun.replay.Orders.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.run.Verdict;
import io.fluxrun.scope.DivergedError;
import org.junit.jupiter.api.Test;

/** {@code expect = RECORDED}: the recorded failure, nothing more, and from nothing but what was recorded. */
class CharacterisationTests {
    private static final String REPAIRED_BODY = "{\"status\":\"pending-stock\"}";

    @Test
    void aCharacterisationTestExpectsTheRecordedFailure() {
        var same = recorded().shop();
        same.readOrder();
        same.checkStock();
        same.pay();
        var result = same.fails("inventory unavailable", Expectation.RECORDED);
        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.passed()).isTrue();

        var repaired = recorded().writes().shop();
        repaired.readOrder();
        repaired.checkStock();
        var changed = repaired.end(Orders.response(202, REPAIRED_BODY), null, Expectation.RECORDED);
        assertThat(changed.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(changed.passed()).isFalse();
        assertThat(changed.summary()).contains("not what was recorded");
        assertThat(changed.message()).contains("recorded: \"failed\"", "replayed: \"completed\"");
    }

    @Test
    void aLateMissIsNotWhatWasRecorded() {
        var shop = failing(recorded());
        assertThatThrownBy(() -> shop.post("/refund", "{}")).isInstanceOf(DivergedError.class);
        var result = shop.fails("inventory unavailable", Expectation.RECORDED);

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.passed()).isFalse();
        assertThat(result.summary()).contains("POST /refund (http), a write, has no answer in the fixture");
    }

    @Test
    void anEditedRecordingIsNotWhatWasRecorded() {
        var result =
                failing(recorded().seenRed().digest("edited")).fails("inventory unavailable", Expectation.RECORDED);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.passed()).isFalse();
        assertThat(result.summary()).contains("was edited after the guard was seen red");
        assertThat(result.message()).contains("next: restore what was recorded");
    }

    @Test
    void aStaleAllowanceIsNoCharacterisation() {
        var shop = failing(recorded().allowing(Orders.added("/refund", "", Orders.answer(201, ""))));
        var result = shop.fails("inventory unavailable", Expectation.RECORDED);

        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.passed()).isFalse();
    }

    private static Shop failing(Orders orders) {
        var shop = orders.shop();
        shop.readOrder();
        shop.checkStock();
        shop.pay();
        return shop;
    }
}
