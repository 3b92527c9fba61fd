package io.fluxrun.junit.spring;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.junit.Recorded;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** HTTP fixtures of the Spring shop, written next to the tests' classes. */
final class SpringFixtures {
    static final Boot BOOT = new Boot(
            Map.of("spring.profiles.active", "production", "server.port", "8080", "shop.currency", "EUR"),
            new Environment(Map.of("REGION", Value.of("eu-central")), Map.of("shop.mode", Value.of("recorded"))),
            Map.of(),
            List.of(),
            Readiness.READY);

    private SpringFixtures() {}

    /** A shop that has everything in stock, so that the recorded failure stays away. */
    static void repaired(String name, Boot boot) {
        write(name, boot(name, boot), 200);
    }

    static void outOfStock(String name, Boot boot) {
        write(name, boot(name, boot), 503);
    }

    static void withMissingBoot(String name) {
        write(name, "ab".repeat(32), 503);
    }

    private static String boot(String name, Boot boot) {
        return FixtureFiles.writeBoot(boot, file(name).getParent());
    }

    private static void write(String name, String boot, int stock) {
        var entry = new Entry(
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
                        .build());
        var signature = new FailureSignature(
                "com.acme.spring.SpringShop$OutOfStock", null, 503, List.of(), 1, "shop GET /stock/ord_01");
        var outcome = new Outcome(
                Outcome.Status.FAILED, Value.fields().put("status", 503).build(), null, signature, List.of());
        var exchanges = List.of(Recorded.ofShop(1, "GET /stock/ord_01", stock));
        FixtureFiles.write(
                new Fixture(Recorded.of(entry, outcome, boot, exchanges).run(), Guard.NONE), file(name));
    }

    private static Path file(String name) {
        return Recorded.file(SpringFixtures.class, name);
    }

    private static Value header(String name, String value) {
        return Value.list(List.of(Value.of(name), Value.of(value)));
    }
}
