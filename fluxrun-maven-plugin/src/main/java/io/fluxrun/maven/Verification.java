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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether every fixture was replayed by a test of this build, on the bytes there are now, and came out as that test expects. */
record Verification(List<Checked> checked) {
    private static final List<Verdict> GUARDS =
            List.of(Verdict.REPAIRED, Verdict.REGRESSED, Verdict.DIVERGED, Verdict.CHANGED, Verdict.INCONCLUSIVE);

    Verification {
        checked = List.copyOf(checked);
    }

    /**
     * Holds fixtures against receipts.
     *
     * @param since start of the build: older receipts prove nothing about it
     */
    static Verification of(List<Path> fixtures, List<Receipt> receipts, Instant since) throws IOException {
        var checked = new ArrayList<Checked>();
        for (var fixture : fixtures) {
            var own = own(fixture, receipts, since);
            var worst = own.stream().filter(receipt -> !receipt.passed()).findFirst();
            checked.add(
                    own.isEmpty()
                            ? Checked.notReplayed(fixture, notReplayed(fixture, receipts, since))
                            : Checked.replayed(fixture, worst.orElse(own.get(0))));
        }
        return new Verification(checked);
    }

    Verification and(Verification other) {
        return new Verification(
                Stream.concat(checked.stream(), other.checked.stream()).toList());
    }

    /** Returns one line per fixture that was not replayed, or not as expected. */
    List<String> faults() {
        return checked.stream().map(Checked::fault).filter(Objects::nonNull).toList();
    }

    /**
     * Returns what a bisection makes of it: 0 where all is well; 125 where nothing can be said of this commit, because a
     * guard diverged, proved nothing, or was not replayed; 1 where one is red for any other reason.
     */
    int exitCode() {
        var faulty = checked.stream().filter(one -> one.fault() != null).toList();
        if (faulty.isEmpty()) {
            return 0;
        }
        return faulty.stream().allMatch(Verification::saysNothing) ? 125 : 1;
    }

    private static boolean saysNothing(Checked one) {
        var receipt = one.receipt();
        return receipt == null || receipt.verdict() == Verdict.DIVERGED || receipt.verdict() == Verdict.INCONCLUSIVE;
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

    /** Returns one line for the log. */
    String summary() {
        if (checked.isEmpty()) {
            return "0 fixtures";
        }
        var ends = checked.stream()
                .filter(one -> one.receipt() != null)
                .map(Checked::end)
                .toList();
        int fixtures = checked.size();
        long neverRed = checked.stream().filter(Checked::neverRed).count();
        var replayed = ends.size() == fixtures ? "" + fixtures : ends.size() + " of " + fixtures;
        return replayed + " replayed · "
                + Stream.concat(
                                GUARDS.stream().map(Checked::told),
                                Stream.of(Checked.AS_RECORDED, Checked.NOT_AS_RECORDED)
                                        .filter(ends::contains))
                        .map(end -> Collections.frequency(ends, end) + " " + end)
                        .collect(Collectors.joining(" · "))
                + (neverRed == 0 ? "" : " · " + neverRed + " never seen red");
    }
}
