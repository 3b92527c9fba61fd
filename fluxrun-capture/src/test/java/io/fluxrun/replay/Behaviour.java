package io.fluxrun.replay;

import io.fluxrun.scope.DivergedError;
import java.util.Set;

/** What the code of today may do in place of what was recorded. */
enum Behaviour {
    FAILS_AGAIN(true, 1, 2, 3),
    FAILS_AGAIN_AFTER_A_LATE_MISS(true, 1, 2, 3),
    REPAIRED(true, 1, 2, 3),
    REPAIRED_BEFORE_THE_FAILING_METHOD(false, 1, 2, 3),
    SKIPS_THE_FIRST_READ(true, 2, 3),
    SKIPS_THE_BREAKING_CALL(true, 1, 3),
    SKIPS_THE_LAST_WRITE(true, 1, 2),
    EMPTIED_FAILING_METHOD(true),
    EMPTIED_HANDLER(false),
    HALF_EMPTIED(false, 1),
    CHANGES_THE_BREAKING_REQUEST(true, 1),
    ADDS_A_REQUEST(true, 1, 2, 3),
    GOES_LIVE(true, 1, 2, 3),
    FAILS_OTHERWISE(true, 1, 2, 3);

    static final String MESSAGE = "inventory unavailable";
    static final String BODY = "{}";

    private final boolean enters;
    private final Set<Integer> asks;

    Behaviour(boolean enters, Integer... asks) {
        this.enters = enters;
        this.asks = Set.of(asks);
    }

    ReplayResult in(Shop shop, Shape shape, Expectation expectation) {
        if (enters) {
            shop.session.entered(Orders.SITE);
        }
        if (shape.asks) {
            ask(shop);
        }
        return switch (this) {
            case FAILS_AGAIN -> shop.fails(MESSAGE, expectation);
            case FAILS_OTHERWISE -> shop.fails("something else", expectation);
            case EMPTIED_FAILING_METHOD, EMPTIED_HANDLER, HALF_EMPTIED ->
                shop.end(Orders.response(200, ""), null, expectation);
            case CHANGES_THE_BREAKING_REQUEST -> {
                swallowed(() -> shop.post("/stock/check", "{\"n\":2,\"sku\":\"A\"}"));
                yield shop.fails(MESSAGE, expectation);
            }
            case FAILS_AGAIN_AFTER_A_LATE_MISS -> {
                swallowed(() -> shop.post("/refund", ""));
                yield shop.fails(MESSAGE, expectation);
            }
            case ADDS_A_REQUEST -> {
                swallowed(() -> shop.post("/refund", ""));
                yield shop.end(Orders.response(200, BODY), null, expectation);
            }
            case GOES_LIVE -> {
                shop.session.blocked(shop.lane(), "socket", "connection to 127.0.0.1:5432");
                yield shop.end(Orders.response(200, BODY), null, expectation);
            }
            default -> shop.end(Orders.response(200, BODY), null, expectation);
        };
    }

    private void ask(Shop shop) {
        if (asks.contains(1)) {
            shop.readOrder();
        }
        if (asks.contains(2)) {
            shop.checkStock();
        }
        if (asks.contains(3)) {
            shop.pay();
        }
    }

    private static void swallowed(Runnable request) {
        try {
            request.run();
        } catch (DivergedError caught) {
            return;
        }
        throw new AssertionError("the fixture answered what it does not hold");
    }
}
