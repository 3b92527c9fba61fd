package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.Receipt;
import io.fluxrun.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTests {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final String IN_TIME = "2026-11-21T08:00:05Z";

    @TempDir
    private Path root;

    private Path one;
    private Path two;

    @BeforeEach
    void create() throws IOException {
        one = Files.writeString(root.resolve("one.json"), "1");
        two = Files.writeString(root.resolve("two.json"), "2");
    }

    @Test
    void passesWhenEveryFixtureWasReplayedGreen() throws IOException {
        var verification = verify(List.of(one, two), green(one), green(two));

        assertThat(verification.summary())
                .isEqualTo("2 replayed · 2 repaired · 0 regressed · 0 diverged · 0 changed · 0 inconclusive");
        assertThat(verification.faults()).isEmpty();
    }

    @Test
    void failsForAFixtureThatNoTestReplayed() throws IOException {
        var verification = verify(List.of(one, two), green(one));

        assertThat(verification.summary()).startsWith("1 of 2 replayed · 1 repaired");
        assertThat(verification.faults())
                .singleElement()
                .asString()
                .startsWith(two + " was not replayed by any test of this build");
    }

    @Test
    void believesNoReceiptOfAnEarlierBuild() throws IOException {
        var old = receipt(one, Sha256.of(one), Verdict.REPAIRED, "2026-11-21T07:59:59Z");

        assertThat(verify(List.of(one), old).faults()).hasSize(1);
        assertThat(verify(List.of(one), receipt(one, Sha256.of(one), Verdict.REPAIRED, "yesterday"))
                        .faults())
                .hasSize(1);
    }

    @Test
    void believesNoReceiptOfOtherBytes() throws IOException {
        assertThat(verify(List.of(one), receipt(one, Sha256.of(two), Verdict.REPAIRED, IN_TIME))
                        .faults())
                .singleElement()
                .asString()
                .contains("was replayed with other content");
    }

    @Test
    void failsForEveryRedVerdictEvenBesideAGreenOne() throws IOException {
        for (var verdict : Verdict.values()) {
            if (!verdict.green()) {
                var verification = verify(List.of(one), green(one), receipt(one, Sha256.of(one), verdict, IN_TIME));

                assertThat(verification.faults())
                        .singleElement()
                        .asString()
                        .isEqualTo(verdict.code() + " " + verdict
                                + " one.json: a summary (com.example.OrdersTest#guards).");
                assertThat(verification.summary())
                        .contains("0 repaired")
                        .contains("1 " + verdict.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    @Test
    void passesACharacterisationTestThatFoundTheFailureAsRecorded() throws IOException {
        var verification = verify(List.of(one, two), expectingRecorded(one, Verdict.REGRESSED, true), green(two));

        assertThat(verification.faults()).isEmpty();
        assertThat(verification.summary())
                .isEqualTo("2 replayed · 1 repaired · 0 regressed · 0 diverged · 0 changed · 0 inconclusive"
                        + " · 1 as recorded");
    }

    @Test
    void failsACharacterisationTestWhoseFailureIsGone() throws IOException {
        var verification = verify(List.of(one), expectingRecorded(one, Verdict.REPAIRED, false));

        assertThat(verification.faults()).singleElement().asString().startsWith("FLUX-100 REPAIRED one.json");
        assertThat(verification.summary()).contains(" 0 repaired").endsWith(" · 1 no longer as recorded");
    }

    @Test
    void aPassingCharacterisationTestHidesNoRedGuard() throws IOException {
        var red = receipt(one, Sha256.of(one), Verdict.REGRESSED, IN_TIME);
        var verification = verify(List.of(one), expectingRecorded(one, Verdict.REGRESSED, true), red);

        assertThat(verification.faults()).singleElement().asString().startsWith("FLUX-102 REGRESSED one.json");
        assertThat(verification.summary()).contains(" 1 regressed").doesNotContain("as recorded");
    }

    @Test
    void saysSoWhenThereAreNoFixtures() throws IOException {
        var verification = verify(List.of());

        assertThat(verification.summary()).isEqualTo("0 fixtures");
        assertThat(verification.faults()).isEmpty();
    }

    private static Verification verify(List<Path> fixtures, Receipt... receipts) throws IOException {
        return Verification.of(fixtures, List.of(receipts), START);
    }

    private static Receipt green(Path fixture) throws IOException {
        return receipt(fixture, Sha256.of(fixture), Verdict.REPAIRED, IN_TIME);
    }

    private static Receipt expectingRecorded(Path fixture, Verdict verdict, boolean passed) throws IOException {
        return Samples.passed(receipt(fixture, Sha256.of(fixture), verdict, IN_TIME), passed);
    }

    private static Receipt receipt(Path fixture, String sha256, Verdict verdict, String at) {
        return Samples.receiptAt(fixture, sha256, verdict, Samples.completed(200), at);
    }
}
