package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Dropped;
import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Span;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.util.ArrayList;
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
    void tellsSpansAndLogLinesWhereTheyBelong() {
        var thrown = new Thrown("com.acme.Refused", "no", List.of(), Value.NULL, null);
        var run = Samples.telling(
                Samples.outage(),
                List.of(new Span(1, 0, "main", "Stock#check", 1_500_000, 700_000_000, Value.NULL, Value.NULL, null)),
                List.of(
                        new LogEvent("main", 500_000, "INFO", "a.B", "placing ord_01", null),
                        new LogEvent("main", 2_500_000, "WARN", "a.B", "stock\nrefused", thrown),
                        new LogEvent("main", 1_270_000_000, "INFO", "a.B", "after the break", null)),
                new Dropped(2, 1));

        assertThat(new RunStory(run).lines())
                .containsSubsequence(
                        "       INFO   placing ord_01",
                        "    1  http   GET /orders/ord_01                        200              180 ms",
                        "       span   Stock#check                               ok               700 ms",
                        ">   2  http   POST /stock/check                         503              670 ms",
                        "       WARN   stock refused Refused",
                        "    3  http   POST /payments                            200              200 ms",
                        "Told       3 log lines, 1 span; 3 of them above, 3 more were not kept")
                .doesNotContain("       INFO   after the break");
        assertThat(Json.of(new RunStory(run).json()))
                .contains("\"message\": \"after the break\"")
                .contains("\"waitedNanos\": 0");
    }

    @Test
    void manyLogLinesLeaveRoomForTheExchanges() {
        var logs = new ArrayList<LogEvent>();
        for (int i = 0; i < 500; i++) {
            logs.add(new LogEvent("main", 300_000 * i, "INFO", "a.B", "line " + i, null));
        }

        var lines = new RunStory(Samples.telling(Samples.outage(), List.of(), logs, Dropped.NONE)).lines();

        assertThat(lines).hasSizeLessThanOrEqualTo(20).contains("       INFO   line 499");
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
