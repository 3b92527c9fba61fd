package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.Receipt;
import io.fluxrun.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class VerificationReportTests {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    private Path root;

    private Path good;
    private Path bad;
    private Path lost;

    @BeforeEach
    void create() throws IOException {
        var project = Project.at(root);
        good = project.fixture("good.json", new Fixture(Handler.recorded(true), seenRed()));
        bad = Files.writeString(root.resolve("a|b<i>.json"), "2");
        lost = Files.writeString(root.resolve("lost.json"), "3");
    }

    @Test
    void tellsEachFixtureInMarkdown() throws IOException {
        assertThat(VerificationReport.markdown(all())).isEqualTo("""
                        ### FluxRun: 2 of 3 replayed · 1 repaired · 1 regressed · 0 diverged · 0 changed · 0 inconclusive

                        | Fixture | | Test | |
                        |---|---|---|---|
                        | good.json | repaired | com.example.OrdersTest#guards |  |
                        | a\\|b&lt;i>.json | **regressed** | com.example.OrdersTest#guards | FLUX-102 REGRESSED a\\|b&lt;i>.json: a summary (com.example.OrdersTest#guards). |
                        | lost.json | **not replayed** |  | %s |
                        """.formatted(
                        lost + " was not replayed by any test of this build: name it in a @ReplayFixture"
                                + " of a test that runs, or delete it."));
        assertThat(VerificationReport.markdown(new Verification(List.of()))).isEqualTo("### FluxRun: 0 fixtures\n");
    }

    @Test
    void tellsEachFixtureAsJUnitDoes() throws Exception {
        VerificationReport.write(all(), root.resolve("out"));
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(root.resolve("out/TEST-fluxrun-verify.xml").toFile())
                .getDocumentElement();

        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        var cases = suite.getElementsByTagName("testcase");
        assertThat(cases.getLength()).isEqualTo(3);
        var red = (Element) cases.item(1);
        assertThat(red.getAttribute("name")).isEqualTo("a|b<i>.json");
        assertThat(red.getAttribute("classname")).isEqualTo("com.example.OrdersTest");
        var failure = (Element) red.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("regressed");
        assertThat(failure.getTextContent()).contains("\nmore about exchange 2");
    }

    @Test
    void aGuardThatWasNeverRedIsSaidToBeSo() throws Exception {
        var unproved =
                Project.at(root.resolve("other")).fixture("unproved.json", Samples.fixture(Handler.recorded(true)));
        var verification = verify(List.of(unproved), receipt(unproved, Verdict.REPAIRED));

        assertThat(verification.summary()).endsWith(" · 1 never seen red");
        assertThat(VerificationReport.markdown(verification)).contains("| Never seen red. |");
        assertThat(VerificationReport.xml(verification)).contains("This guard was never seen red");
        assertThat(verify(List.of(good), receipt(good, Verdict.REPAIRED)).summary())
                .doesNotContain("never seen red");
    }

    @ParameterizedTest
    @CsvSource({
        "REPAIRED, REPAIRED, 0",
        "REPAIRED, REGRESSED, 1",
        "REPAIRED, CHANGED, 1",
        "REPAIRED, DIVERGED, 125",
        "INCONCLUSIVE, DIVERGED, 125",
        "INCONCLUSIVE, REGRESSED, 1"
    })
    void endsAsABisectionWantsIt(Verdict one, Verdict other, int code) throws IOException {
        var verification = verify(List.of(good, bad), receipt(good, one), receipt(bad, other));
        assertThat(verification.exitCode()).isEqualTo(code);

        VerificationReport.write(verification, root.resolve("out"));
        assertThat(root.resolve("out/exit-code")).hasContent("" + code);
        VerificationReport.clear(root.resolve("out"));
        assertThat(root.resolve("out")).isEmptyDirectory();
    }

    @Test
    void whatWasNotReplayedSaysNothingOfTheCommit() throws IOException {
        assertThat(verify(List.of(lost)).exitCode()).isEqualTo(125);
        assertThat(verify(List.of()).exitCode()).isZero();
    }

    private Verification all() throws IOException {
        return verify(List.of(good, bad, lost), receipt(good, Verdict.REPAIRED), receipt(bad, Verdict.REGRESSED));
    }

    private static Guard seenRed() {
        var reproduced = new Guard.Reproduced(null, "2026-11-21", 3, "digest");
        return new Guard(null, null, reproduced, null, null, List.of(), List.of(), List.of());
    }

    private static Verification verify(List<Path> fixtures, Receipt... receipts) throws IOException {
        return Verification.of(fixtures, List.of(receipts), START);
    }

    private static Receipt receipt(Path fixture, Verdict verdict) throws IOException {
        return Samples.receiptAt(fixture, Sha256.of(fixture), verdict, Samples.completed(200), "2026-11-21T08:00:05Z");
    }
}
