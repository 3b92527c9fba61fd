package io.fluxrun.replay;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a user does about a verdict: what to paste, what to run. */
final class NextSteps {
    private NextSteps() {}

    static List<String> lines(Evidence evidence, Verdict verdict, List<Allowance> proposed) {
        var lines = new ArrayList<String>();
        switch (verdict) {
            case DIVERGED -> diverged(evidence, proposed, lines);
            case REGRESSED ->
                lines.add("next: the recorded bug is in the code; set a breakpoint at " + failingFrame(evidence)
                        + " and run this test in the debugger");
            case INCONCLUSIVE -> lines.addAll(ProofSteps.lines(evidence, proposed));
            case CHANGED -> lines.add(Pasting.accept("next: if this outcome is right", evidence));
            case REPAIRED -> {}
        }
        return lines;
    }

    private static void diverged(Evidence evidence, List<Allowance> proposed, List<String> lines) {
        var first = evidence.firstDivergence();
        if (!proposed.isEmpty()) {
            lines.add(Pasting.accept("next: if the repair means this", evidence));
            lines.addAll(Pasting.block("or paste", proposed, evidence));
            if (first != null && proposed.get(0).kind() == Allowance.Kind.ADDED) {
                lines.addAll(ProofSteps.insteadOfTheBreakingCall(evidence, first));
            }
        } else if (first != null) {
            lines.add("next: " + insteadOf(first));
        } else {
            lines.add("next: remove " + leftover(evidence) + " of "
                    + evidence.input().name());
        }
    }

    private static String leftover(Evidence evidence) {
        if (!evidence.stale().isEmpty() || !evidence.ambiguous().isEmpty()) {
            return "the allowance from guard.allowances";
        }
        return evidence.untolerated().isEmpty()
                ? "the answer from guard.answers"
                : "the tolerance from guard.tolerances, or correct its field in it,";
    }

    private static String insteadOf(Divergence first) {
        return first.kind() == Divergence.Kind.UNREAD
                ? "read no more of that answer than the recorded run did, or export a run that reads it"
                : "declare the call as a boundary, or keep it out of the replayed code";
    }

    private static String failingFrame(Evidence evidence) {
        var failing = evidence.failingMethod();
        return failing == null ? evidence.run().entry().name() : failing;
    }
}
