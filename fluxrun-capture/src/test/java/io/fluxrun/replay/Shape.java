package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a recorded run can look like to a guard. */
enum Shape {
    BROKE_AT_READ(2, true, true),
    BROKE_AT_WRITE(2, true, true, 2, 3),
    BROKE_IN_CODE(0, true, true),
    BROKE_SOMEWHERE(0, false, true),
    ASKED_NOTHING(0, true, false),
    ASKED_NOTHING_SOMEWHERE(0, false, false),
    COMPLETED(0, false, true);

    private final int breaking;
    private final boolean frames;
    final boolean asks;
    private final List<Integer> writes;

    Shape(int breaking, boolean frames, boolean asks, Integer... writes) {
        this.breaking = breaking;
        this.frames = frames;
        this.asks = asks;
        this.writes = writes.length > 0 ? List.of(writes) : asks ? List.of(3) : List.of();
    }

    boolean failed() {
        return this != COMPLETED;
    }

    Shop replayed(boolean accepted) {
        var orders = Orders.recorded().exchanges(exchanges()).outcome(outcome());
        return (accepted ? orders.accepting(completed()) : orders).shop();
    }

    private Exchange[] exchanges() {
        return !asks
                ? new Exchange[0]
                : new Exchange[] {
                    Orders.http(1, "GET", "/orders/ord_01", "", 200, "{\"id\":\"ord_01\"}"),
                    Orders.http(2, "POST", "/stock/check", "{\"sku\":\"A\",\"n\":1}", breaking > 0 ? 503 : 200, "{}"),
                    Orders.http(3, "POST", "/authorise", "{\"total\":10}", 200, "{\"id\":\"p1\"}")
                };
    }

    private Outcome outcome() {
        if (!failed()) {
            return completed();
        }
        var error = new Thrown("com.acme.OrderFailed", Behaviour.MESSAGE, List.of(), Value.NULL, null);
        return new Outcome(
                Outcome.Status.FAILED,
                Orders.response(503, "{\"message\":\"" + Behaviour.MESSAGE + "\"}"),
                error,
                new FailureSignature(
                        error.type(),
                        error.message(),
                        503,
                        frames ? List.of(Orders.SITE) : List.of(),
                        breaking,
                        operation()),
                writes);
    }

    private @Nullable String operation() {
        return breaking == 0 ? null : "http POST /stock/check";
    }

    private Outcome completed() {
        return new Outcome(Outcome.Status.COMPLETED, Orders.response(200, Behaviour.BODY), null, null, writes);
    }
}
