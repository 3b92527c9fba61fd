package io.fluxrun.maven;

import io.fluxrun.run.Receipt;
import io.fluxrun.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether every fixture was replayed by a test of this build, on the bytes that are there now, and came out green.
 *
 * @param summary one line for the log
 * @param faults one line per fixture that is not green
 */
record Verification(String summary, List<String> faults) {
    /**
     * Holds fixtures against receipts.
     *
     * @param since start of the build: older receipts prove nothing about it
     */
    static Verification of(List<Path> fixtures, List<Receipt> receipts, Instant since) throws IOException {
        var verdicts = new ArrayList<Verdict>();
        var faults = new ArrayList<String>();
        for (var fixture : fixtures) {
            var own = own(fixture, receipts, since);
            if (own.isEmpty()) {
                faults.add(notReplayed(fixture, receipts, since));
            } else {
                var worst = own.stream()
                        .filter(receipt -> !receipt.verdict().green())
                        .findFirst();
                verdicts.add(worst.orElse(own.get(0)).verdict());
                worst.ifPresent(
                        receipt -> faults.add(Printable.sentence(receipt.summary() + " (" + receipt.test() + ")")));
            }
        }
        return new Verification(summary(fixtures.size(), verdicts), faults);
    }

    private static List<Receipt> own(Path fixture, List<Receipt> receipts, Instant since) throws IOException {
        var sha256 = Sha256.of(fixture);
        return receipts.stream()
                .filter(receipt -> receipt.sha256().equals(sha256))
                .filter(receipt -> sameName(receipt, fixture))
                .filter(receipt -> !at(receipt).isBefore(since))
                .toList();
    }

    private static String notReplayed(Path fixture, List<Receipt> receipts, Instant since) {
        var edited = receipts.stream()
                .anyMatch(receipt -> sameName(receipt, fixture) && !at(receipt).isBefore(since));
        return fixture
                + (edited
                        ? " was replayed with other content: do not edit or filter it after the test resources were copied."
                        : " was not replayed by any test of this build: name it in a @ReplayFixture of a test that runs,"
                                + " or delete it.");
    }

    private static boolean sameName(Receipt receipt, Path fixture) {
        return Path.of(receipt.fixture()).getFileName().equals(fixture.getFileName());
    }

    private static Instant at(Receipt receipt) {
        try {
            return Instant.parse(receipt.at());
        } catch (DateTimeException e) {
            // A receipt without a readable time proves nothing about this build.
            return Instant.MIN;
        }
    }

    private static String summary(int fixtures, List<Verdict> verdicts) {
        if (fixtures == 0) {
            return "0 fixtures";
        }
        var replayed = verdicts.size() == fixtures ? "" + fixtures : verdicts.size() + " of " + fixtures;
        return replayed + " replayed · "
                + Stream.of(
                                Verdict.REPAIRED,
                                Verdict.REGRESSED,
                                Verdict.DIVERGED,
                                Verdict.CHANGED,
                                Verdict.INCONCLUSIVE)
                        .map(verdict ->
                                verdicts.stream().filter(verdict::equals).count() + " "
                                        + verdict.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" · "));
    }
}
