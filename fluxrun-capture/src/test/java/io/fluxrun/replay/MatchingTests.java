package io.fluxrun.replay;

import static io.fluxrun.replay.Orders.http;
import static io.fluxrun.replay.Orders.recorded;
import static io.fluxrun.replay.Orders.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.run.Verdict;
import io.fluxrun.scope.DivergedError;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchingTests {
    private static final String SITE_A = "main/com.acme.A#go#1";
    private static final String SITE_B = "main/com.acme.B#go#1";

    @Test
    void equalRequestsAreAnsweredNthToNth() {
        var shop = recorded()
                .exchanges(http(1, "GET", "/a", "", 500, ""), http(2, "GET", "/a", "", 200, ""))
                .shop();
        assertThat(shop.get("/a")).isEqualTo(500);
        assertThat(shop.get("/a")).isEqualTo(200);
        assertThatThrownBy(() -> shop.get("/a"))
                .isInstanceOf(DivergedError.class)
                .hasMessageContaining("exchange 1 was already served");
    }

    @Test
    void differentRequestsMayComeInAnotherOrder() {
        var shop = recorded()
                .exchanges(http(1, "GET", "/a", "", 201, ""), http(2, "GET", "/b", "", 202, ""))
                .shop();
        assertThat(shop.get("/b")).isEqualTo(202);
        assertThat(shop.get("/a")).isEqualTo(201);
    }

    @Test
    void lanesHaveAnswersOfTheirOwn() {
        var shop = recorded()
                .lane(SITE_A)
                .lane(SITE_B)
                .exchanges(http(1, SITE_A, "GET", "/a", "", 201, ""), http(2, SITE_B, "GET", "/a", "", 202, ""))
                .shop();
        var b = shop.handOver("com.acme.B#go");
        var a = shop.handOver("com.acme.A#go");
        assertThat(b.get("/a")).isEqualTo(202);
        assertThat(a.get("/a")).isEqualTo(201);
    }

    @Test
    void anUnknownLaneMayTakeWhatNoLaneClaims() {
        var shop = recorded()
                .lane(SITE_A)
                .exchanges(http(1, SITE_A, "GET", "/a", "", 201, ""))
                .shop();
        assertThat(shop.handOver("com.acme.Renamed#go").get("/a")).isEqualTo(201);
    }

    @Test
    void anUnknownLaneTakesNothingFromAnOpenedLane() {
        var shop = recorded().shop();
        var unknown = shop.handOver("com.acme.New#go");
        assertThatThrownBy(unknown::readOrder)
                .isInstanceOf(DivergedError.class)
                .hasMessageContaining("exchange 1 belongs to lane main");
    }

    @Test
    void differentAnswersForAnUnknownLaneAreAmbiguous() {
        var shop = recorded()
                .lane(SITE_A)
                .lane(SITE_B)
                .exchanges(http(1, SITE_A, "GET", "/a", "", 201, ""), http(2, SITE_B, "GET", "/a", "", 202, ""))
                .writes()
                .shop();
        var unknown = shop.handOver("com.acme.New#go");
        assertThatThrownBy(() -> unknown.get("/a")).isInstanceOf(DivergedError.class);
        var result = shop.answers(200, "");
        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.summary())
                .contains("GET /a (http) is ambiguous, lane main/com.acme.New#go#1 was not recorded")
                .contains("exchanges 1, 2 answer it differently");
    }

    @Test
    void equalAnswersForAnUnknownLaneAreNot() {
        var shop = recorded()
                .lane(SITE_A)
                .lane(SITE_B)
                .exchanges(http(1, SITE_A, "GET", "/a", "", 201, ""), http(2, SITE_B, "GET", "/a", "", 201, ""))
                .shop();
        assertThat(shop.handOver("com.acme.New#go").get("/a")).isEqualTo(201);
        assertThat(shop.handOver("com.acme.New#go").get("/a")).isEqualTo(201);
    }

    @Test
    void aNearMissIsShownFieldByFieldAndNeverServed() {
        var shop = recorded().allowing(removed(3)).shop();
        shop.readOrder();
        shop.checkStock();
        assertThatThrownBy(() -> shop.post("/authorise", "{\"total\":11,\"currency\":\"EUR\"}"))
                .isInstanceOf(DivergedError.class);
        var result = shop.answers(200, "");

        assertThat(result.message())
                .contains("nearest: exchange 3 POST /authorise (http) in lane main\n")
                .contains("  body.total\n    recorded: 10\n    replayed: 11\n")
                .contains("  body.currency\n    recorded: null\n    replayed: \"EUR\"\n")
                .contains("> POST /authorise (http, lane main): no answer");
        assertThat(result.expected()).contains("\"total\" : 10");
        assertThat(result.actual()).contains("\"total\" : 11");
        assertThat(result.served()).containsExactly(1, 2);
    }

    @Test
    void aRequestWithoutANearMissIsShownWhole() {
        var input = recorded().exchanges().input();
        var session = new ReplaySession(input);
        assertThatThrownBy(() -> session.ask(
                        session.main(), "jdbc", "SELECT x", false, io.fluxrun.run.Value.of("select 1 from x")))
                .isInstanceOf(DivergedError.class);
        var result = new Shop(session).answers(200, "");
        assertThat(result.message()).contains("replayed: \"select 1 from x\"");
    }

    @Test
    void aReplayInParallelWithOthersIsItsOwn() {
        var input = recorded().allowing(removed(3)).input();
        var verdicts = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> {
                    var shop = new Shop(new ReplaySession(input));
                    shop.readOrder();
                    assertThat(shop.checkStock()).isEqualTo(503);
                    return shop.answers(202, "{}").verdict();
                })
                .distinct();
        assertThat(verdicts).containsExactly(Verdict.REPAIRED);
    }
}
