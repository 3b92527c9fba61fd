package io.fluxrun.maven;

import io.fluxrun.run.Receipt;
import io.fluxrun.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether every fixture was replayed by a test of this build, on the bytes that are there now, and came out as that test expects.
 *
 * @param summary one line for the log
 * @param faults one line per fixture that was not, or did not
 */
record Verification(String summary, List<String> faults) {
    private static final List<Verdict> GUARDS =
            List.of(Verdict.REPAIRED, Verdict.REGRESSED, Verdict.DIVERGED, Verdict.CHANGED, Verdict.INCONCLUSIVE);
    private static final String AS_RECORDED = "as recorded";
    private static final String NOT_AS_RECORDED = "no longer as recorded";

    /**
     * Holds fixtures against receipts.
     *
     * @param since start of the build: older receipts prove nothing about it
     */
    static Verification of(List<Path> fixtures, List<Receipt> receipts, Instant since) throws IOException {
        var ends = new ArrayList<String>();
        var faults = new ArrayList<String>();
        for (var fixture : fixtures) {
            var own = own(fixture, receipts, since);
            if (own.isEmpty()) {
                faults.add(notReplayed(fixture, receipts, since));
            } else {
                var worst = own.stream().filter(receipt -> !receipt.passed()).findFirst();
                ends.add(end(worst.orElse(own.get(0))));
                worst.ifPresent(
                        receipt -> faults.add(Printable.sentence(receipt.summary() + " (" + receipt.test() + ")")));
            }
        }
        return new Verification(summary(fixtures.size(), ends), faults);
    }

    /** A characterisation test passes with a red verdict, and fails when the failure is gone. */
    private static String end(Receipt receipt) {
        if (receipt.passed() == receipt.verdict().green()) {
            return told(receipt.verdict());
        }
        return receipt.passed() ? AS_RECORDED : NOT_AS_RECORDED;
    }

    /** The same for those fixtures alone of which a test of this build left a receipt. */
    static Verification ofReplayed(List<Path> fixtures, List<Receipt> receipts, Instant since) throws IOException {
        var replayed = fixtures.stream()
                .filter(fixture -> receipts.stream()
                        .anyMatch(receipt ->
                                sameName(receipt, fixture) && !at(receipt).isBefore(since)))
                .toList();
        return of(replayed, receipts, since);
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

    private static String summary(int fixtures, List<String> ends) {
        if (fixtures == 0) {
            return "0 fixtures";
        }
        var replayed = ends.size() == fixtures ? "" + fixtures : ends.size() + " of " + fixtures;
        return replayed + " replayed · "
                + Stream.concat(
                                GUARDS.stream().map(Verification::told),
                                Stream.of(AS_RECORDED, NOT_AS_RECORDED).filter(ends::contains))
                        .map(end -> Collections.frequency(ends, end) + " " + end)
                        .collect(Collectors.joining(" · "));
    }

    private static String told(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
