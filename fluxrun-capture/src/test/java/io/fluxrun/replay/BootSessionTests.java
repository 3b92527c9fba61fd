package io.fluxrun.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BootSessionTests {
    private static final Value VERSION = Value.of("select version()");
    private final Boot boot = new Boot(
            Map.of(),
            Environment.EMPTY,
            Map.of("getDatabaseProductName", Value.of("PostgreSQL")),
            List.of(new Exchange(1, "main", "jdbc", "SELECT version", 0, 0, VERSION, Answer.of(Value.of("16")))),
            Readiness.READY);

    @Test
    void answersAsOftenAsItIsAsked() {
        var session =
                new BootSession(boot, Orders.recorded().input().fixture().run().info(), List.of());
        for (int i = 0; i < 3; i++) {
            assertThat(session.ask(session.main(), "jdbc", "SELECT version", false, VERSION))
                    .isEqualTo(Answer.of(Value.of("16")));
        }
        assertThat(session.metadata("getDatabaseProductName")).isEqualTo(Value.of("PostgreSQL"));
        assertThat(session.now(session.main())).isEqualTo(Orders.AT);
    }

    @Test
    void theWholeEnvironmentIsWhatWasRecordedOfIt() {
        var env = new Environment(Map.of("REGION", Value.of("eu-1"), "ABSENT", Value.NULL), Map.of());
        var session = new BootSession(
                new Boot(Map.of(), env, Map.of(), List.of(), Readiness.READY),
                Orders.recorded().input().fixture().run().info(),
                List.of());
        assertThat(session.variables()).containsExactly(Map.entry("REGION", "eu-1"));
    }

    @Test
    void blocksEverythingElse() {
        var session =
                new BootSession(boot, Orders.recorded().input().fixture().run().info(), List.of());
        Lane timer = session.main().child("com.acme.Timer#run");
        assertThatThrownBy(() -> session.ask(timer, "http", "GET /news", false, Value.NULL))
                .isInstanceOf(DivergedError.class)
                .hasMessageContaining("GET /news (http)")
                .hasMessageContaining("outside a replay")
                .hasMessageContaining("main/com.acme.Timer#run#1");
        assertThat(session.blocked(timer, "socket", "connection to x:1")).hasMessageContaining("outside a replay");
    }

    @Test
    void theAirlockOfAReplayKnowsTheBootAndNothingElse() {
        var session = Orders.recorded().boot(boot).shop().session;
        var airlock = (BootSession) session.airlock().session();
        assertThat(airlock.metadata("getDatabaseProductName")).isEqualTo(Value.of("PostgreSQL"));
        assertThatThrownBy(() -> airlock.ask(
                        airlock.main(),
                        "http",
                        "GET /orders/ord_01",
                        false,
                        Orders.request("GET", "/orders/ord_01", "")))
                .isInstanceOf(DivergedError.class);
    }
}
