package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Allowance;
import io.fluxrun.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The goal and the replay engine together: accepting all that is proposed makes repairs green, and nothing else. */
class AcceptedHandlerTests {
    private static final String NAME = "ord_01-503.json";

    @TempDir
    private Path root;

    private final SilentLog log = new SilentLog();
    private final List<Verdict> verdicts = new ArrayList<>();
    private Project project;

    @BeforeEach
    void create() throws IOException {
        project = Project.at(root);
    }

    @ParameterizedTest
    @CsvSource({
        "UNREPAIRED, REGRESSED",
        "UNREPAIRED_WITH_ANOTHER_REQUEST, REGRESSED",
        "UNREPAIRED_BEHIND_ANOTHER_READ, REGRESSED",
        "UNREPAIRED_ELSEWHERE, DIVERGED",
        "EMPTIED, INCONCLUSIVE",
        "WITHOUT_THE_BREAKING_CALL, INCONCLUSIVE"
    })
    void whatIsNoRepairIsNeverGreen(Handler handler, Verdict last) throws IOException {
        // None of them pays: where the failure would be back, a payment in the recording would be another difference.
        for (boolean paid : last == Verdict.REGRESSED ? List.of(false) : List.of(true, false)) {
            var fixture = project.fixture(NAME, Samples.fixture(Handler.recorded(paid)));
            var before = Files.readAllBytes(fixture);

            assertThatThrownBy(() -> accept(handler)).isInstanceOf(UserException.class);
            assertThat(verdicts).isNotEmpty().doesNotContain(Verdict.REPAIRED).endsWith(last);
            assertThat(fixture).hasBinaryContent(before);
        }
    }

    @Test
    void anUnmadeBreakingCallIsToldInPlainWords() throws IOException {
        project.fixture(NAME, Samples.fixture(Handler.recorded(false)));

        assertThatThrownBy(() -> accept(Handler.WITHOUT_THE_BREAKING_CALL))
                .hasMessageStartingWith("[FLUX-214] Nothing was written")
                .hasMessageContaining("The replay never made the breaking call, exchange 2 POST /stock/check (http), so"
                        + " the guard would not approach the bug.");
    }

    @Test
    void aFailureThatIsAcceptedIsToldToBeOne() throws IOException {
        project.fixture(NAME, Samples.fixture(Handler.recorded(true)));
        accept(Handler.UNREPAIRED);

        assertThat(log.lines)
                .contains(
                        "INFO   still a failure   what is accepted is what was recorded, but for its writes: is it repaired?");
    }

    @Test
    void aRepairIsGreenWithWhatItRemoves() throws IOException {
        var fixture = project.fixture(NAME, Samples.fixture(Handler.recorded(true)));
        accept(Handler.REPAIRED);

        assertThat(FixtureFiles.read(fixture).guard().allowances())
                .extracting(Allowance::exchange)
                .containsExactly(3);
        assertThat(verdicts).containsExactly(Verdict.DIVERGED, Verdict.REPAIRED);
    }

    @Test
    void aSkippedReadBeforeTheBreakingCallIsAccepted() throws IOException {
        var fixture = project.fixture(NAME, Samples.fixture(Handler.recorded(true)));
        accept(Handler.REPAIRED_WITHOUT_THE_READ);

        assertThat(FixtureFiles.read(fixture).guard().allowances())
                .extracting(Allowance::exchange)
                .containsExactly(1, 3);
        assertThat(verdicts).containsExactly(Verdict.INCONCLUSIVE, Verdict.REPAIRED);
    }

    @Test
    void anAddedRequestBeforeARecordedWriteRemovesNothing() throws IOException {
        var fixture = project.fixture(NAME, Samples.fixture(Handler.recorded(true)));
        accept(Handler.REPAIRED_WITH_A_SECOND_CHECK);

        assertThat(FixtureFiles.read(fixture).guard().allowances())
                .singleElement()
                .returns(Allowance.Kind.ADDED, Allowance::kind);
        assertThat(verdicts).endsWith(Verdict.REPAIRED);
    }

    private void accept(Handler handler) throws IOException {
        verdicts.clear();
        TestRunner tests = new FakeTests(NAME, (file, sha256, nth) -> {
            var receipt = handler.replay(file, sha256);
            verdicts.add(receipt.verdict());
            return receipt;
        });
        var found = new FixtureFolder(project.module()).find(NAME);
        new Accepter(project.module(), tests, new Acceptance.Signed("Ada", "meant", "2026-11-21"), log)
                .accept(found, List.of("com.example.OrdersTest"), false);
    }
}
