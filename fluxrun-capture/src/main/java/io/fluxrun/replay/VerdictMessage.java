package io.fluxrun.replay;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every word that a replay says to its user. Line one stands alone: code, verdict, fixture, incident, and what came back
 * where; then what was recorded and replayed, the exchanges around it, and what to do next.
 */
final class VerdictMessage {
    private VerdictMessage() {}

    static ReplayResult result(Evidence evidence, Verdict verdict) {
        var proposed = verdict == Verdict.DIVERGED || verdict == Verdict.INCONCLUSIVE
                ? Proposals.of(evidence)
                : List.<Allowance>of();
        var summary = summary(evidence, verdict);
        var lines = new ArrayList<String>();
        lines.add(summary);
        lines.addAll(Facts.lines(evidence, verdict));
        lines.addAll(Timeline.lines(evidence));
        lines.addAll(Facts.remarks(evidence));
        lines.addAll(NextSteps.lines(evidence, verdict, proposed));
        var sides = ComparedTexts.of(evidence, verdict);
        return new ReplayResult(
                evidence.run(),
                verdict,
                Guarding.passed(evidence, verdict),
                evidence.received(),
                evidence.served().stream().map(Exchange::n).toList(),
                evidence.made(),
                proposed,
                summary,
                String.join("\n", lines),
                sides.expected(),
                sides.actual(),
                List.of(),
                List.of());
    }

    /** What the application sees thrown at the place of a divergence. */
    static String thrown(String fixture, Divergence divergence) {
        return Verdict.DIVERGED.code() + " " + fixture + ": " + diverged(divergence)
                + ". The replay stays DIVERGED even if this error is caught.";
    }

    static String named(Exchange exchange) {
        return named(exchange.operation(), exchange.boundary());
    }

    private static String named(String operation, String boundary) {
        return operation + " (" + boundary + ")";
    }

    /** Names an exchange and where it stands: {@code POST /stock/check (exchange 2 of 3, http)}. */
    static String place(Evidence evidence, Exchange exchange) {
        return exchange.operation() + " (exchange " + exchange.n() + " of "
                + evidence.run().exchanges().size() + ", " + exchange.boundary() + ")";
    }

    static String asked(Divergence divergence) {
        return "> " + divergence.what() + " (" + divergence.boundary() + ", lane " + divergence.lane() + ")"
                + (divergence.kind() == Divergence.Kind.BLOCKED ? ": blocked" : ": no answer");
    }

    /** The remark on state that the recorded run did not look up. */
    static String absent(Divergence looked, int times) {
        return named(looked.what(), looked.boundary()) + " was looked up " + (times == 1 ? "" : times + " times ")
                + "in lane " + looked.lane() + " where the recorded run did not, and taken to be absent: "
                + CanonicalJson.brief(looked.request(), 120);
    }

    private static String summary(Evidence evidence, Verdict verdict) {
        var incident = evidence.input().fixture().guard().issue();
        return verdict.code() + " " + verdict + " " + evidence.input().name()
                + (incident == null ? "" : " (" + incident + ")") + ": " + cause(evidence, verdict);
    }

    private static String cause(Evidence evidence, Verdict verdict) {
        var cameBack = OutcomeText.brief(evidence.run().entry(), evidence.received());
        return switch (verdict) {
            case DIVERGED -> divergence(evidence);
            case REGRESSED -> cameBack + " again" + brokeAt(evidence);
            case INCONCLUSIVE ->
                "this proves nothing, " + Doubts.of(evidence).get(0).text();
            case CHANGED -> cameBack + changedFrom(evidence);
            case REPAIRED ->
                cameBack
                        + (evidence.run().outcome().signature() == null
                                ? ", as recorded"
                                : ", the recorded failure stayed away");
        };
    }

    private static String brokeAt(Evidence evidence) {
        return evidence.run().exchanges().stream()
                .filter(exchange -> exchange.n() == evidence.breaking())
                .map(exchange -> ", broke at " + place(evidence, exchange))
                .findFirst()
                .orElse("");
    }

    private static String changedFrom(Evidence evidence) {
        var expected = evidence.expected();
        if (expected == null) {
            return ": the recorded failure stayed away, but this is a failure too";
        }
        var fields = OutcomeText.differences(evidence).stream()
                .map(Difference::field)
                .limit(5)
                .collect(Collectors.joining(", "));
        boolean recorded = expected.equals(evidence.run().outcome());
        return ", not what was " + (recorded ? "recorded" : "accepted") + ": " + fields + " differ";
    }

    private static String divergence(Evidence evidence) {
        var first = evidence.firstDivergence();
        if (first != null) {
            return diverged(first)
                    + (first.after() == 0
                            ? ""
                            : " (after exchange " + first.after() + " of "
                                    + evidence.run().exchanges().size() + ")");
        }
        if (!evidence.skippedWrites().isEmpty()) {
            return place(evidence, evidence.skippedWrites().get(0))
                    + ", a write, is no longer made and no allowance says so";
        }
        if (!evidence.stale().isEmpty()) {
            return "allowance '" + evidence.stale().get(0).id() + "' is stale, it matched nothing";
        }
        if (!evidence.ambiguous().isEmpty()) {
            return "allowance '" + evidence.ambiguous().get(0).id() + "' is ambiguous, another one says the same";
        }
        if (!evidence.untolerated().isEmpty()) {
            var tolerance = evidence.untolerated().get(0);
            return "tolerance '" + tolerance.id() + "' is stale, no " + tolerance.operation() + " ("
                    + tolerance.boundary() + ") has " + tolerance.field();
        }
        return "the authored answer to " + named(evidence.unused().get(0)) + " is stale, no request used it";
    }

    private static String diverged(Divergence divergence) {
        var what = divergence.what() + " (" + divergence.boundary() + ")";
        return switch (divergence.kind()) {
            case BLOCKED -> what + " was blocked, a replay never goes live";
            case UNREAD -> what + ", and the recording has no answer to it";
            case AMBIGUOUS ->
                what + " is ambiguous, lane " + divergence.lane()
                        + " was not recorded and exchanges "
                        + divergence.candidates().stream()
                                .map(exchange -> Integer.toString(exchange.n()))
                                .collect(Collectors.joining(", "))
                        + " answer it differently";
            case UNANSWERED ->
                what + (divergence.write() ? ", a write," : "") + " has no answer in the fixture" + usedUp(divergence);
        };
    }

    private static String usedUp(Divergence divergence) {
        var nearest = divergence.nearest();
        if (nearest == null || !nearest.differences().isEmpty()) {
            return "";
        }
        return nearest.alreadyServed()
                ? ", exchange " + nearest.exchange().n() + " was already served"
                : ", exchange " + nearest.exchange().n() + " belongs to lane "
                        + nearest.exchange().lane();
    }
}
