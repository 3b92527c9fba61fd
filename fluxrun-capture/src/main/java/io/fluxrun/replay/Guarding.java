package io.fluxrun.replay;

import static io.fluxrun.run.Verdict.CHANGED;
import static io.fluxrun.run.Verdict.DIVERGED;
import static io.fluxrun.run.Verdict.INCONCLUSIVE;
import static io.fluxrun.run.Verdict.REGRESSED;
import static io.fluxrun.run.Verdict.REPAIRED;

import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.FailureSignatures;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Verdict;
import java.util.HashSet;
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
            return evidence.expectation() == Expectation.RECORDED ? characterised(evidence) : REGRESSED;
        }
        if (!Doubts.of(evidence).isEmpty()) {
            return INCONCLUSIVE;
        }
        if (diverged(evidence)) {
            return DIVERGED;
        }
        return accepted(evidence) ? REPAIRED : CHANGED;
    }

    /** A characterisation test passes on the recorded failure alone: nothing more, on nothing else. */
    private static Verdict characterised(Evidence evidence) {
        if (Doubts.edited(evidence) || !evidence.unfinished().isEmpty()) {
            return INCONCLUSIVE;
        }
        if (diverged(evidence)) {
            return DIVERGED;
        }
        return OutcomeText.differences(evidence).isEmpty() ? REGRESSED : CHANGED;
    }

    private static boolean diverged(Evidence evidence) {
        return evidence.firstDivergence() != null
                || !evidence.skippedWrites().isEmpty()
                || !evidence.stale().isEmpty()
                || !evidence.ambiguous().isEmpty()
                || !evidence.unused().isEmpty()
                || !evidence.untolerated().isEmpty();
    }

    /** Whether the verdict is what the test expects: a characterisation test expects the failure to be back. */
    static boolean passed(Evidence evidence, Verdict verdict) {
        boolean failureExpected = evidence.expectation() == Expectation.RECORDED
                && evidence.run().outcome().status() == Outcome.Status.FAILED;
        return verdict == (failureExpected ? REGRESSED : REPAIRED);
    }

    private static boolean failureIsBack(Evidence evidence) {
        var recorded = evidence.run().outcome();
        var was = recorded.signature();
        var is = evidence.received().signature();
        if (was == null || is == null) {
            return false;
        }
        var writes = new HashSet<>(recorded.writes());
        if (evidence.removed().contains(was.breaking())) {
            // Without the breaking call no failure can name it: the rest of the signature has to tell.
            was = atNoExchange(was);
            is = atNoExchange(is);
            writes.remove(evidence.breaking());
        }
        return FailureSignatures.sameFailure(was, is)
                && Set.copyOf(evidence.received().writes()).containsAll(writes);
    }

    private static FailureSignature atNoExchange(FailureSignature signature) {
        return new FailureSignature(
                signature.exception(), signature.message(), signature.status(), signature.frames(), 0, null);
    }

    private static boolean accepted(Evidence evidence) {
        return evidence.expected() == null
                ? evidence.received().status() == Outcome.Status.COMPLETED
                : OutcomeText.differences(evidence).isEmpty();
    }
}
