package io.fluxrun.maven;

import io.fluxrun.run.Receipt;
import io.fluxrun.run.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the recorded failure came back, every time, on the bytes that are to be committed.
 *
 * @param reproduced how many replays brought it back
 * @param summary why it does not hold, in one line; empty if it does
 * @param details the replays' own messages, line by line
 */
record Proof(int times, int reproduced, String summary, List<String> details) {
    static Proof of(ForkReport report, List<Receipt> receipts, int times) {
        var regressed = receipts.stream()
                .filter(receipt -> receipt.verdict() == Verdict.REGRESSED)
                .toList();
        if (regressed.size() == times && receipts.size() == times) {
            return new Proof(times, times, "", List.of());
        }
        return new Proof(times, regressed.size(), summary(report, receipts, times), details(receipts));
    }

    boolean holds() {
        return summary.isEmpty();
    }

    private static String summary(ForkReport report, List<Receipt> receipts, int times) {
        for (var receipt : receipts) {
            if (receipt.verdict() != Verdict.REGRESSED) {
                return receipt.summary();
            }
        }
        if (receipts.size() < times) {
            return "only " + receipts.size() + " of " + times + " tests got as far as a replay; "
                    + report.firstFailure();
        }
        return "the fixture was replayed " + receipts.size() + " times instead of " + times;
    }

    private static List<String> details(List<Receipt> receipts) {
        var lines = new ArrayList<String>();
        receipts.stream()
                .filter(receipt -> receipt.verdict() != Verdict.REGRESSED)
                .findFirst()
                .ifPresent(receipt -> receipt.message().lines().forEach(lines::add));
        return lines;
    }
}
