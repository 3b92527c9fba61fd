package io.fluxrun.replay;

import static io.fluxrun.run.Verdict.CHANGED;
import static io.fluxrun.run.Verdict.DIVERGED;
import static io.fluxrun.run.Verdict.INCONCLUSIVE;
import static io.fluxrun.run.Verdict.REGRESSED;
import static io.fluxrun.run.Verdict.REPAIRED;

import io.fluxrun.run.FailureSignatures;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Verdict;
import java.util.Set;

/** The table of verdicts, top to bottom: the first that applies. */
final class Guarding {
    private Guarding() {}

    static Verdict judge(Evidence evidence) {
        var first = evidence.firstDivergence();
        if (first != null && first.early()) {
            return DIVERGED;
        }
        if (failureIsBack(evidence)) {
            boolean characterised = evidence.expectation() == Expectation.RECORDED;
            return characterised && !OutcomeText.differences(evidence).isEmpty() ? CHANGED : REGRESSED;
        }
        if (!Doubts.of(evidence).isEmpty()) {
            return INCONCLUSIVE;
        }
        if (first != null
                || !evidence.skippedWrites().isEmpty()
                || !evidence.stale().isEmpty()
                || !evidence.ambiguous().isEmpty()) {
            return DIVERGED;
        }
        return accepted(evidence) ? REPAIRED : CHANGED;
    }

    /** Whether the verdict is what the test expects: a characterisation test expects the failure to be back. */
    static boolean passed(Evidence evidence, Verdict verdict) {
        boolean failureExpected = evidence.expectation() == Expectation.RECORDED
                && evidence.run().outcome().status() == Outcome.Status.FAILED;
        return verdict == (failureExpected ? REGRESSED : REPAIRED);
    }

    private static boolean failureIsBack(Evidence evidence) {
        var recorded = evidence.run().outcome();
        var replayed = evidence.received();
        return recorded.signature() != null
                && replayed.signature() != null
                && FailureSignatures.sameFailure(recorded.signature(), replayed.signature())
                && Set.copyOf(replayed.writes()).containsAll(recorded.writes());
    }

    private static boolean accepted(Evidence evidence) {
        return evidence.expected() == null
                ? evidence.received().status() == Outcome.Status.COMPLETED
                : OutcomeText.differences(evidence).isEmpty();
    }
}
