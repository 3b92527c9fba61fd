package io.fluxrun.junit;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Allowance;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Run;
import io.fluxrun.run.RunInfo;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Fixtures of {@link Shop}, written next to the tests' classes. */
final class Fixtures {
    static final List<Exchange> RECORDED = List.of(
            exchange(1, "GET /orders/ord_01", 200),
            exchange(2, "POST /stock/check", 503),
            exchange(3, "POST /authorise", 200));

    private Fixtures() {}

    /** Returns where a fixture of this name lies for the tests of this package. */
    static Path file(String name) {
        try {
            var classes = Path.of(Fixtures.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var file = classes.resolve("io/fluxrun/junit").resolve(name);
            Files.createDirectories(file.getParent());
            return file;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        var guard = new Guard("INC-7", null, reproduced, null, List.of(allowances), List.of(), List.of());
        FixtureFiles.write(fixture(exchanges, guard), file(name));
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

    static Exchange exchange(int n, String request, int status) {
        return new Exchange(
                n,
                "main",
                "shop",
                request,
                n * 1_000_000L,
                1_000,
                Value.of(request),
                Answer.of(Value.fields().put("status", status).build()));
    }

    private static Fixture fixture(List<Exchange> exchanges, Guard guard) {
        var error = new Thrown(Shop.OutOfStock.class.getName(), "inventory unavailable", List.of(), Value.NULL, null);
        var writes = exchanges.stream()
                .filter(exchange -> exchange.operation().equals("POST /authorise"))
                .map(Exchange::n)
                .toList();
        var run = new Run(
                Run.RULES,
                new RunInfo(
                        "run1",
                        "order",
                        Instant.parse("2026-11-21T08:30:00Z"),
                        1,
                        null,
                        null,
                        null,
                        null,
                        "17",
                        "UTC",
                        "en",
                        Readiness.READY),
                new Entry(
                        Entry.Kind.METHOD,
                        "Shop#order",
                        Value.fields()
                                .put("type", Shop.class.getName())
                                .put("method", "order")
                                .put("parameters", Value.list(List.of(Value.of("java.lang.String"))))
                                .put("arguments", Value.list(List.of(Value.of("ord_01"))))
                                .build()),
                new Outcome(
                        Outcome.Status.FAILED,
                        Value.NULL,
                        error,
                        new FailureSignature(error.type(), error.message(), -1, List.of(), 2, "shop POST /stock/check"),
                        writes),
                null,
                Environment.EMPTY,
                List.of(new LaneInfo("main", null)),
                List.of(),
                exchanges,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Fixture(run, guard);
    }
}
