package io.fluxrun.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Checkout;
import com.sun.net.httpserver.HttpServer;
import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Draw;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.FailureSignatures;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Reading;
import io.fluxrun.run.Span;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The application's own code with its own HTTP client, clock and random source: nothing in it knows of a replay. */
class RealBoundariesTests {
    private static final String FIXTURE = "real/checkout.json";
    private static final String AT = "2026-11-21T08:30:00.123456Z";

    @BeforeAll
    static void export() {
        FixtureFiles.write(fixture(), Fixtures.file(FIXTURE));
    }

    @Test
    void theRecordedFailureComesBackWithTheRecordedTimeAndEnvironment() {
        assertThat(Tests.failure(BuggyTestCase.class))
                .hasMessageStartingWith("FLUX-102 REGRESSED real/checkout.json:")
                .hasMessageContaining("throws java.lang.IllegalStateException: no stock for ord_01 at " + AT
                        + " in eu-central again, broke at GET /check (exchange 1 of 1, http)");
    }

    static class BuggyTestCase {
        @ReplayFixture(FIXTURE)
        void guard() {}
    }

    @Test
    void aRepairIsGreenAndSeesTheRecordedTime() {
        Tests.assertGreen(RepairedTestCase.class, 1);
    }

    static class RepairedTestCase {
        @ReplayTarget
        Checkout checkout = new Checkout.Repaired();

        @ReplayFixture(FIXTURE)
        void guard(Replay replay) {
            assertThat(replay.result()).isEqualTo("pending since " + AT);
            assertThat(replay.logs()).extracting(LogEvent::message).containsExactly("placing ord_01");
            assertThat(replay.spans()).extracting(Span::name).containsExactly("repaired place");
        }
    }

    @Test
    void nothingLeavesTheReplayHoweverOftenItIsTried() throws IOException {
        var touched = new AtomicInteger();
        var witness = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        witness.createContext("/", exchange -> {
            touched.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        witness.start();
        try {
            StubbornTestCase.elsewhere =
                    "http://localhost:" + witness.getAddress().getPort() + "/";
            assertThat(Tests.failure(StubbornTestCase.class))
                    .hasMessageStartingWith("FLUX-101 DIVERGED real/checkout.json: GET / (http)");
        } finally {
            witness.stop(0);
        }
        assertThat(touched).hasValue(0);
    }

    static class StubbornTestCase {
        static String elsewhere = "";

        @ReplayTarget
        Checkout checkout = new Checkout.Stubborn(elsewhere);

        @ReplayFixture(FIXTURE)
        void guard() {}
    }

    private static Fixture fixture() {
        var method = "com.acme.Checkout#place";
        var exchange = new Exchange(
                1,
                "main",
                "http",
                "GET /check",
                1_000,
                1_000,
                Value.fields()
                        .put("method", "GET")
                        .put("url", Checkout.STOCK)
                        .put("headers", Value.list(List.of()))
                        .build(),
                Answer.of(Value.fields()
                        .put("status", 503)
                        .put("protocol", "HTTP/1.1")
                        .put("headers", Value.list(List.of()))
                        .put("body", Value.of("down".getBytes(StandardCharsets.UTF_8)))
                        .build()));
        var failure = Thrown.of(new IllegalStateException("no stock for ord_01 at " + AT + " in eu-central"));
        var run = new Recorded(
                Instant.parse(AT),
                Recorded.call(Checkout.class, "place", "ord_01"),
                new Outcome(
                        Outcome.Status.FAILED,
                        Value.NULL,
                        null,
                        FailureSignatures.of(-1, failure, List.of(exchange)),
                        List.of()),
                null,
                new Environment(Map.of("REGION", Value.of("eu-central")), Map.of()),
                List.of(exchange),
                List.of(new Reading("main", "java.time.Instant.now()", method, List.of(Value.of(AT)))),
                List.of(new Draw(
                        "main",
                        "java.util.UUID.randomUUID()",
                        method,
                        List.of(Value.of("7f3d4c1e-9b0a-4a55-8a51-0c9a1f6f2d11")))));
        return new Fixture(run.run(), Guard.NONE);
    }
}
