package io.fluxrun.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TapeTests {
    private static final Value UNSENT = Value.of("unsent");
    private static final Value SENT = Value.of("sent");

    private final RequestKeys keys = new RequestKeys(List.of(), new Tolerances(List.of()));

    @Test
    void theNextOfAnOperationIsTheFirstLeftInTheLane() throws Exception {
        var tape = tape(exchange(1, SENT), exchange(2, UNSENT), exchange(3, SENT));

        assertThat(tape.isNext(Lane.MAIN, request(UNSENT))).isFalse();
        assertThat(tape.isNext(Lane.MAIN, request(SENT))).isTrue();
        tape.take(Lane.MAIN, request(SENT));
        assertThat(tape.isNext(Lane.MAIN, request(UNSENT))).isTrue();
        assertThat(tape.isNext(Lane.MAIN, request(SENT))).isFalse();
        assertThat(tape.isNext("another", request(UNSENT))).isFalse();
        assertThat(tape.servedOrdinals()).containsExactly(1);
    }

    @Test
    void otherOperationsDoNotComeBetween() {
        var other = new Exchange(1, Lane.MAIN, "http", "GET /b", 0, 0, SENT, Answer.of(Value.NULL));

        assertThat(tape(other, exchange(2, UNSENT)).isNext(Lane.MAIN, request(UNSENT)))
                .isTrue();
        assertThat(tape(other).isNext(Lane.MAIN, request(UNSENT))).isFalse();
    }

    private Tape tape(Exchange... exchanges) {
        return new Tape(List.of(exchanges), Set.of(Lane.MAIN), keys);
    }

    private Request request(Value request) {
        return keys.of("http", "GET /a", request);
    }

    private static Exchange exchange(int n, Value request) {
        return new Exchange(n, Lane.MAIN, "http", "GET /a", 0, 0, request, Answer.of(Value.NULL));
    }
}
