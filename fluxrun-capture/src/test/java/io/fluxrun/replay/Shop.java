package io.fluxrun.replay;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import org.jspecify.annotations.Nullable;

/** The code under replay, as it speaks to its boundaries. */
final class Shop {
    final ReplaySession session;
    private final Lane lane;

    Shop(ReplaySession session) {
        this(session, session.main());
    }

    private Shop(ReplaySession session, Lane lane) {
        this.session = session;
        this.lane = lane;
    }

    Shop handOver(String site) {
        return new Shop(session, lane.child(site));
    }

    Lane lane() {
        return lane;
    }

    int get(String path) {
        return ask("GET", path, "", false);
    }

    int post(String path, String body) {
        return ask("POST", path, body, true);
    }

    private int ask(String method, String path, String body, boolean write) {
        var answer = session.ask(lane, "http", method + " " + path, write, Orders.request(method, path, body));
        return (int) ((Answer.Response) answer).value().get("status").asLong();
    }

    void readOrder() {
        get("/orders/ord_01");
    }

    int checkStock() {
        return checkStock("{\"n\": 1, \"sku\": \"A\"}");
    }

    int checkStock(String body) {
        return ask("POST", "/stock/check", body, false);
    }

    void pay() {
        post("/authorise", "{\"total\":10.0}");
    }

    ReplayResult answers(int status, String body) {
        return end(Orders.response(status, body), null, Expectation.REPAIRED);
    }

    ReplayResult fails(String message) {
        return fails(message, Expectation.REPAIRED);
    }

    ReplayResult fails(String message, Expectation expectation) {
        session.entryEnded(new com.acme.OrderFailed(message));
        return end(Orders.response(503, "{\"message\":\"" + message + "\"}"), null, expectation);
    }

    ReplayResult end(Value result, @Nullable Throwable error, Expectation expectation) {
        try {
            return session.end(result, error, expectation);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
