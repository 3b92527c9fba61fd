package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Allowance;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Receipt;
import io.fluxrun.run.Value;
import io.fluxrun.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccepterTests {
    private static final Outcome REPAIRED = Samples.failed(503);

    @TempDir
    private Path root;

    private final SilentLog log = new SilentLog();
    private Project project;
    private Path fixture;
    private byte[] before;

    @BeforeEach
    void create() throws IOException {
        project = Project.at(root);
        fixture = project.fixture("ord_01-503.json", Samples.fixture(Samples.outage()));
        before = Files.readAllBytes(fixture);
    }

    @Test
    void writesOutcomeAndAllowancesOnceTheyAreProved() throws IOException {
        accept(AccepterTests::judge, false);

        var guard = FixtureFiles.read(fixture).guard();
        assertThat(guard.expected()).isEqualTo(REPAIRED);
        assertThat(guard.allowances())
                .containsExactly(new Allowance(
                        "removed-3",
                        Allowance.Kind.REMOVED,
                        "http",
                        "POST /payments",
                        3,
                        Value.NULL,
                        null,
                        "no payment without stock",
                        "Ada",
                        "2026-11-21"));
        assertThat(log.lines)
                .contains(
                        "INFO   recorded outcome  failed with status 503, writes #2, #3",
                        "INFO   accepted outcome  failed with status 503, no writes",
                        "INFO   accepted result   {\"error\":\"inventory\"}",
                        "INFO   allowed           removed http POST /payments (exchange 3): no payment without stock");
    }

    @Test
    void onlyShowsItOnADryRun() throws IOException {
        accept(AccepterTests::judge, true);

        assertThat(fixture).hasBinaryContent(before);
        assertThat(log.lines).anyMatch(line -> line.contains("removed http POST /payments"));
    }

    @ParameterizedTest
    @EnumSource(names = {"REGRESSED", "INCONCLUSIVE"})
    void refusesWhatProvesNoRepair(Verdict verdict) {
        assertThatThrownBy(() -> accept(always(verdict, Samples.failed(503, 3)), false))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("[FLUX-214] Nothing was written")
                .hasMessageContaining(verdict.name());

        assertThat(fixture).hasBinaryContent(before);
    }

    @Test
    void neverRemovesTheBreakingCall() {
        assertThatThrownBy(() -> accept(always(Verdict.DIVERGED, REPAIRED, Samples.removed(2)), false))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("[FLUX-214] Nothing was written, this cannot be accepted: FLUX-101 DIVERGED")
                .hasMessageEndingWith("The replay never made the breaking call, exchange 2 POST /stock/check (http), so"
                        + " the guard would not approach the bug. Let the code make it again; if the repair rightly"
                        + " never makes it, write the allowance (removed, exchange 2) into guard.allowances by hand,"
                        + " with the reason, then accept again.");
        assertThat(fixture).hasBinaryContent(before);
    }

    @Test
    void stopsWhenThereIsNothingMoreToWrite() {
        var replays = new ArrayList<Integer>();
        assertThatThrownBy(() -> accept(
                        (file, sha256, nth) -> {
                            replays.add(nth);
                            return Samples.receipt(file, sha256, Verdict.DIVERGED, REPAIRED, Samples.removed(3));
                        },
                        false))
                .hasMessageStartingWith("[FLUX-216]");
        assertThat(replays).containsExactly(1, 2);
        assertThat(fixture).hasBinaryContent(before);
    }

    @Test
    void refusesADivergenceThatNoAllowanceCovers() {
        assertThatThrownBy(() -> accept(always(Verdict.DIVERGED, REPAIRED), false))
                .hasMessageStartingWith("[FLUX-214] No allowance");
        assertThat(fixture).hasBinaryContent(before);
    }

    @Test
    void refusesAnAddedRequestWithoutAnAnswer() {
        var added = new Allowance(
                "added-1", Allowance.Kind.ADDED, "http", "GET /new", 0, Value.of("GET"), null, "", null, null);

        assertThatThrownBy(() -> accept(always(Verdict.DIVERGED, REPAIRED, added), false))
                .hasMessageStartingWith("[FLUX-214]")
                .hasMessageContaining("GET /new");
    }

    @Test
    void leavesTheFixtureAloneWhenItStaysRed() {
        assertThatThrownBy(() -> accept(always(Verdict.CHANGED, REPAIRED), false))
                .hasMessageStartingWith("[FLUX-216]")
                .hasMessageContaining("nothing was written");
        assertThat(fixture).hasBinaryContent(before);
    }

    @Test
    void acceptsOneDivergenceAfterTheOther() throws IOException {
        accept(
                (file, sha256, nth) -> {
                    int allowed = FixtureFiles.read(file).guard().allowances().size();
                    return switch (allowed) {
                        case 0 -> Samples.receipt(file, sha256, Verdict.DIVERGED, REPAIRED, Samples.removed(1));
                        case 1 -> Samples.receipt(file, sha256, Verdict.DIVERGED, REPAIRED, Samples.removed(3));
                        default -> Samples.receipt(file, sha256, Verdict.REPAIRED, REPAIRED);
                    };
                },
                false);

        assertThat(FixtureFiles.read(fixture).guard().allowances())
                .extracting(Allowance::exchange)
                .containsExactly(1, 3);
    }

    @Test
    void hasNothingToDoForAnAcceptedOutcome() throws IOException {
        accept(AccepterTests::judge, false);
        var accepted = Files.readAllBytes(fixture);

        accept(AccepterTests::judge, false);

        assertThat(fixture).hasBinaryContent(accepted);
        assertThat(log.lines).anyMatch(line -> line.contains("there is nothing to accept"));
    }

    @Test
    void saysWhenNoTestReplaysTheFixture() throws IOException {
        var found = new FixtureFolder(project.module()).find("ord_01-503.json");
        TestRunner none =
                (tests, times, first, directory) -> new ForkReport(List.of(), List.of(), directory.resolve("fork.log"));

        assertThatThrownBy(() -> new Accepter(project.module(), none, signed(), log).accept(found, List.of("T"), false))
                .hasMessageStartingWith("[FLUX-213] No test replayed ord_01-503.json: JUnit found no test.");
    }

    @Test
    void isRefusedInCi() {
        AcceptMojo.refuseInCi(Map.of("CI", "false", "PATH", "/bin"));
        assertThatThrownBy(() -> AcceptMojo.refuseInCi(Map.of("CI", "true")))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("[FLUX-215]");
        assertThatThrownBy(() -> AcceptMojo.refuseInCi(Map.of("JENKINS_URL", "http://ci")))
                .hasMessageContaining("JENKINS_URL is set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "ord_*.json", "a.json,b.json", "ord_0?.json", "{a,b}.json"})
    void takesOneFixtureByName(String name) {
        assertThatThrownBy(() -> AcceptMojo.one(name)).hasMessageStartingWith("[FLUX-212]");
        assertThat(AcceptMojo.one(" ord_01-503.json ")).isEqualTo("ord_01-503.json");
    }

    /** A guard in small: the removed write must be allowed, and the outcome must be the accepted one. */
    private static Receipt judge(Path file, String sha256, int nth) {
        Fixture fixture = FixtureFiles.read(file);
        if (fixture.guard().allowances().isEmpty()) {
            return Samples.receipt(file, sha256, Verdict.DIVERGED, REPAIRED, Samples.removed(3));
        }
        var verdict = REPAIRED.equals(fixture.guard().expected()) ? Verdict.REPAIRED : Verdict.CHANGED;
        return Samples.receipt(file, sha256, verdict, REPAIRED);
    }

    private static FakeTests.Replay always(Verdict verdict, Outcome received, Allowance... proposed) {
        return (file, sha256, nth) -> Samples.receipt(file, sha256, verdict, received, proposed);
    }

    private void accept(FakeTests.Replay replay, boolean dryRun) throws IOException {
        var found = new FixtureFolder(project.module()).find("ord_01-503.json");
        new Accepter(project.module(), new FakeTests("ord_01-503.json", replay), signed(), log)
                .accept(found, List.of("com.example.OrdersTest"), dryRun);
    }

    private static Acceptance.Signed signed() {
        return new Acceptance.Signed("Ada", "no payment without stock", "2026-11-21");
    }
}
