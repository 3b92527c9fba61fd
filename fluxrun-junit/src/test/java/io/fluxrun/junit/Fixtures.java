package io.fluxrun.junit;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Allowance;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.MovedEntry;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fixtures of {@link Shop}, written next to the tests' classes. */
final class Fixtures {
    static final List<Exchange> RECORDED = List.of(
            Recorded.ofShop(1, "GET /orders/ord_01", 200),
            Recorded.ofShop(2, "POST /stock/check", 503),
            Recorded.ofShop(3, "POST /authorise", 200));

    private Fixtures() {}

    /** Returns where a fixture of this name lies for the tests of this package. */
    static Path file(String name) {
        return Recorded.file(Fixtures.class, name);
    }

    static void broken(String name, String content) {
        try {
            Files.writeString(file(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the recorded failure as its export left it. */
    static void seenRed(String name, Allowance... allowances) {
        seenRed(name, RECORDED, allowances);
    }

    /** Writes it with other exchanges than those that the guard was seen red with. */
    static void seenRed(String name, List<Exchange> exchanges, Allowance... allowances) {
        var reproduced =
                new Guard.Reproduced(null, "2026-11-21", 3, FixtureFiles.digest(fixture(RECORDED, Guard.NONE)));
        var guard = new Guard("INC-7", null, reproduced, null, null, List.of(allowances), List.of(), List.of());
        FixtureFiles.write(fixture(exchanges, guard), file(name));
    }

    /** Writes it with an entry that was elsewhere when it was recorded. */
    static void moved(String name, Class<?> type, String method, @Nullable MovedEntry today) {
        moved(name, type.getName(), method, today);
    }

    static void moved(String name, String type, String method, @Nullable MovedEntry today) {
        var run = fixture(RECORDED, Guard.NONE).run();
        var then = Recorded.call(type, method, "ord_01");
        var guard = new Guard("INC-7", null, null, today, null, List.of(), List.of(), List.of());
        var moved = Recorded.of(then, run.outcome(), null, run.exchanges()).run();
        FixtureFiles.write(new Fixture(moved, guard), file(name));
    }

    static Allowance noPayment() {
        return new Allowance(
                "no-payment",
                Allowance.Kind.REMOVED,
                "shop",
                "POST /authorise",
                3,
                Value.NULL,
                null,
                "nothing is paid that is not in stock",
                null,
                null);
    }

    private static Fixture fixture(List<Exchange> exchanges, Guard guard) {
        var error = new Thrown(Shop.OutOfStock.class.getName(), "inventory unavailable", List.of(), Value.NULL, null);
        var writes = exchanges.stream()
                .filter(exchange -> exchange.operation().equals("POST /authorise"))
                .map(Exchange::n)
                .toList();
        var outcome = new Outcome(
                Outcome.Status.FAILED,
                Value.NULL,
                error,
                new FailureSignature(error.type(), error.message(), -1, List.of(), 2, "shop POST /stock/check"),
                writes);
        var run = Recorded.of(Recorded.call(Shop.class, "order", "ord_01"), outcome, null, exchanges)
                .run();
        return new Fixture(run, guard);
    }
}
