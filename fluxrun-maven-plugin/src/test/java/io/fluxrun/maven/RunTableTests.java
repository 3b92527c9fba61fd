package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Readiness;
import io.fluxrun.store.RunSummary;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTableTests {
    private final StoreLocation location = new StoreLocation("file:/w/.fluxrun", List.of("/w/.fluxrun", "/.fluxrun"));

    @Test
    void showsOneLinePerRun() {
        var lines = new RunTable(location, List.of(summary("run_0123456789", "failed (503)", "POST /stock/check")))
                .lines(ZoneOffset.UTC);

        assertThat(lines)
                .containsExactly(
                        "RUN       WHEN                 STATUS        ENTRY               BROKE AT           EXCHANGES  READINESS",
                        "run_0123  2026-11-20 10:15:30  failed (503)  GET /orders/ord_01  POST /stock/check  3          READY");
    }

    @Test
    void shortensIdsOnlyAsFarAsTheyStayUnique() {
        var lines = new RunTable(
                        location,
                        List.of(
                                summary("run_aaaaaaab2", "failed (503)", null),
                                summary("run_aaaaaaab1", "failed (503)", null),
                                summary("run_aaaaaaa", "failed (503)", null)))
                .lines(ZoneOffset.UTC);

        assertThat(lines)
                .extracting(line -> line.split(" +")[0])
                .containsExactly("RUN", "run_aaaaaaab2", "run_aaaaaaab1", "run_aaaaaaa");
    }

    @Test
    void saysWhereItLookedWhenThereIsNothing() {
        assertThat(new RunTable(location, List.of()).lines(ZoneOffset.UTC))
                .containsExactly("No runs in /w/.fluxrun or /.fluxrun.");
    }

    @Test
    void keepsRecordedControlCharactersOffTheTerminal() {
        var lines = new RunTable(location, List.of(summary("run_1", "failed\u001b[31m\n", null))).lines(ZoneOffset.UTC);

        assertThat(String.join("", lines)).doesNotContain("\u001b", "\n").contains("failed [31m");
    }

    @Test
    void isOneJsonDocument() {
        var json = Json.of(new RunTable(location, List.of(summary("run_0123456789", "failed (503)", null))).json());

        assertThat(json)
                .contains("\"store\": \"file:/w/.fluxrun\"")
                .contains("\"id\": \"run_0123456789\"")
                .contains("\"prefix\": \"run_0123\"")
                .contains("\"brokeAt\": null")
                .contains("\"exchanges\": 3");
    }

    private static RunSummary summary(String id, String status, @org.jspecify.annotations.Nullable String brokeAt) {
        return new RunSummary(
                id,
                "GET /orders/ord_01",
                Samples.RECORDED,
                1_280_000_000L,
                status,
                brokeAt,
                3,
                Readiness.Level.READY,
                4096);
    }
}
