package com.acme.pay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes down all that it sees of a gateway. */
public final class Checkout {
    private Checkout() {}

    public static List<String> run(Gateway gateway) {
        var seen = new ArrayList<String>();
        var quote = gateway.quote("pen").orElseThrow();
        seen.add(gateway.quote("").toString());
        seen.add(quote.sku + " " + quote.pieces);
        gateway.ping(3);
        seen.add("count " + gateway.count(true, 'x', 0.5));
        for (Gateway.Quote item : gateway.page(Set.of("b", "a", "c")).items) {
            seen.add(item.sku + " " + item.pieces);
        }
        attempt(seen, () -> gateway.charge("ord_01", new BigDecimal("1.50")));
        attempt(seen, () -> gateway.charge("ord_01", new BigDecimal("1.50")));
        attempt(seen, () -> gateway.charge("ord_01", new BigDecimal("-1")));
        attempt(seen, () -> gateway.receipts(List.of(quote)));
        attempt(seen, () -> gateway.receipts(List.of()));
        var first = gateway.later("one");
        var second = gateway.later("two");
        attempt(seen, second::join);
        attempt(seen, first::get);
        attempt(seen, gateway.later("")::get);
        attempt(seen, gateway.later("")::join);
        for (Gateway.Quote item : gateway.eventually("x").toCompletableFuture().join()) {
            seen.add(item.sku + " " + item.pieces);
        }
        seen.add(gateway.greeting("you"));
        return seen;
    }

    private static void attempt(List<String> seen, java.util.concurrent.Callable<?> call) {
        try {
            seen.add(String.valueOf(call.call()));
        } catch (Exception e) {
            for (Throwable next = e; next != null; next = next.getCause()) {
                var frames = next.getStackTrace();
                seen.add(next + " " + (next instanceof Gateway.Declined declined ? declined.code() : "") + " from "
                        + (frames.length == 0 ? "nowhere" : frames[0].getMethodName()));
            }
        }
    }
}
