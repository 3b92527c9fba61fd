package io.fluxrun.replay;

import io.fluxrun.run.Outcome;
import io.fluxrun.run.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What was recorded and what came instead, for the message of a verdict. */
final class Facts {
    private static final int VALUE = 300;

    private Facts() {}

    static List<String> lines(Evidence evidence, Verdict verdict) {
        var first = evidence.firstDivergence();
        if (verdict == Verdict.DIVERGED && first != null) {
            return nearest(first);
        }
        var lines = new ArrayList<String>();
        if (verdict == Verdict.INCONCLUSIVE) {
            Doubts.of(evidence).stream().skip(1).forEach(doubt -> lines.add("also: " + doubt.text()));
        }
        lines.add("recorded: " + told(evidence, evidence.run().outcome()));
        var expected = evidence.expected();
        if (verdict == Verdict.CHANGED && expected != null) {
            var side = expected.equals(evidence.run().outcome()) ? "recorded" : "accepted";
            OutcomeText.differences(evidence).forEach(difference -> lines.addAll(compared(difference, side)));
        }
        lines.add("replayed: " + told(evidence, evidence.received()));
        return lines;
    }

    private static String told(Evidence evidence, Outcome outcome) {
        var told = OutcomeText.brief(evidence.run().entry(), outcome);
        var error = outcome.error();
        if (outcome.httpStatus() < 0) {
            return told;
        }
        return told + " " + CanonicalJson.brief(outcome.result().get("body"), VALUE)
                + (error == null ? "" : " after " + error.type() + ": " + error.message());
    }

    private static List<String> nearest(Divergence divergence) {
        var lines = new ArrayList<String>();
        var nearest = divergence.nearest();
        if (nearest != null && !nearest.differences().isEmpty()) {
            var exchange = nearest.exchange();
            lines.add("nearest: exchange " + exchange.n() + " " + VerdictMessage.named(exchange) + " in lane "
                    + exchange.lane() + (nearest.alreadyServed() ? ", already served" : ""));
            nearest.differences().stream()
                    .limit(8)
                    .forEach(difference -> lines.addAll(compared(difference, "recorded")));
        } else if (divergence.kind() == Divergence.Kind.UNANSWERED) {
            lines.add("replayed: " + CanonicalJson.brief(divergence.request(), VALUE));
        }
        return lines;
    }

    private static List<String> compared(Difference difference, String side) {
        return List.of(
                "  " + difference.field(),
                "    " + side + ": " + CanonicalJson.brief(difference.recorded(), VALUE),
                "    replayed: " + CanonicalJson.brief(difference.replayed(), VALUE));
    }

    static List<String> remarks(Evidence evidence) {
        var lines = new ArrayList<String>();
        for (var exchange : evidence.skippedReads()) {
            lines.add("note: " + VerdictMessage.place(evidence, exchange) + ", a read, was not asked");
        }
        evidence.divergences().stream()
                .skip(1)
                .map(VerdictMessage::asked)
                .distinct()
                .forEach(asked -> lines.add("note: and then" + asked.substring(1)));
        evidence.notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }
}
