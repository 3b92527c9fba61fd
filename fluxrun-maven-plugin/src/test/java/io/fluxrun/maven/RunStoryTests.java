package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Readiness;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStoryTests {
    @Test
    void tellsTheRunInOrderAndMarksWhereItBroke() {
        assertThat(new RunStory(Samples.outage()).lines())
                .containsExactly(
                        "Run run_0123456789 of orders-service 1.0.0 at commit abcdef1, recorded 2026-11-20T10:15:30Z",
                        "Input      GET /orders/ord_01",
                        "Exchanges  3",
                        "    1  http   GET /orders/ord_01                        200              180 ms",
                        ">   2  http   POST /stock/check                         503              670 ms",
                        "    3  http   POST /payments                            200              200 ms",
                        "Outcome    failed with status 503 after 1280 ms",
                        "Readiness  READY",
                        "Broke at POST /stock/check (503).");
    }

    @Test
    void staysShortForALongRun() {
        var run = Samples.http("run_long", "GET", "/items", Samples.exchanges(400));

        var lines = new RunStory(run).lines();

        assertThat(lines).hasSizeLessThanOrEqualTo(20).contains("      … 391 after");
        assertThat(lines).anyMatch(line -> line.startsWith(">   2"));
    }

    @Test
    void namesTheExceptionOfAMethod() {
        var run = Samples.method("com.acme.Orders", "place", "java.lang.IllegalStateException");

        assertThat(new RunStory(run).lines())
                .contains("Input      com.acme.Orders#place")
                .contains("Exchanges  none")
                .contains("Outcome    failed, IllegalStateException: no stock after 1280 ms");
    }

    @Test
    void saysWhyARunIsNotReady() {
        var run = Samples.with(
                Samples.outage(),
                new Readiness(Readiness.Level.PARTIAL, List.of("body of exchange 2 was cut", "another reason")));

        assertThat(new RunStory(run).lines()).contains("Readiness  PARTIAL: body of exchange 2 was cut (and 1 more)");
    }

    @Test
    void isOneJsonDocument() {
        assertThat(Json.of(new RunStory(Samples.outage()).json()))
                .contains("\"brokeAt\": \"POST /stock/check\"")
                .contains("\"breaking\": true")
                .contains("\"durationNanos\": 670000000");
    }
}
