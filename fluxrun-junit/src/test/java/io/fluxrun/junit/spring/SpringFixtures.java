package io.fluxrun.junit.spring;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Boot;
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
import io.fluxrun.run.Value;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP fixtures of the Spring shop, written next to the tests' classes. */
final class SpringFixtures {
    static final Boot BOOT = new Boot(
            Map.of("spring.profiles.active", "production", "server.port", "8080", "shop.currency", "EUR"),
            new Environment(Map.of("REGION", Value.of("eu-central")), Map.of("shop.mode", Value.of("recorded"))),
            Map.of(),
            List.of(),
            Readiness.READY);

    private SpringFixtures() {}

    static Path directory() {
        try {
            var classes = Path.of(SpringFixtures.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolve("io/fluxrun/junit/spring");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A shop that has everything in stock, so that the recorded failure stays away. */
    static void repaired(String name, Boot boot) {
        write(name, FixtureFiles.writeBoot(boot, directory().resolve(name).getParent()), 200);
    }

    static void outOfStock(String name, Boot boot) {
        write(name, FixtureFiles.writeBoot(boot, directory().resolve(name).getParent()), 503);
    }

    static void withMissingBoot(String name) {
        write(name, "ab".repeat(32), 503);
    }

    private static void write(String name, @Nullable String boot, int stock) {
        var request = Value.of("GET /stock/ord_01");
        var exchange = new Exchange(
                1,
                "main",
                "shop",
                "GET /stock/ord_01",
                0,
                0,
                request,
                Answer.of(Value.fields().put("status", stock).build()));
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
                        Entry.Kind.HTTP,
                        "POST /orders/ord_01",
                        Value.fields()
                                .put("method", "POST")
                                .put("target", "/orders/ord_01")
                                .put(
                                        "headers",
                                        Value.list(List.of(
                                                header("Host", "shop.example.com"),
                                                header("Connection", "close"),
                                                header("Content-Type", "text/plain"),
                                                header("X-Shop", "s1"))))
                                .put("body", Value.of("two pieces".getBytes(StandardCharsets.UTF_8)))
                                .build()),
                new Outcome(
                        Outcome.Status.FAILED,
                        Value.fields().put("status", 503).build(),
                        null,
                        new FailureSignature(
                                "com.acme.spring.SpringShop$OutOfStock",
                                null,
                                503,
                                List.of(),
                                1,
                                "shop GET /stock/ord_01"),
                        List.of()),
                boot,
                Environment.EMPTY,
                List.of(new LaneInfo("main", null)),
                List.of(),
                List.of(exchange),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        FixtureFiles.write(new Fixture(run, Guard.NONE), directory().resolve(name));
    }

    private static Value header(String name, String value) {
        return Value.list(List.of(Value.of(name), Value.of(value)));
    }
}
