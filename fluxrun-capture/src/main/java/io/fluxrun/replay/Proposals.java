package io.fluxrun.replay;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The allowances that would make a replay's divergences intended. A person decides whether they are. */
final class Proposals {
    private final Set<String> taken;

    private Proposals(Evidence evidence) {
        taken = evidence.input().fixture().guard().allowances().stream()
                .map(Allowance::id)
                .collect(Collectors.toSet());
    }

    /** Returns what {@code accept} would write; never that the bug need not be approached. */
    static List<Allowance> of(Evidence evidence) {
        var proposals = new Proposals(evidence);
        var first = evidence.firstDivergence();
        if (first != null) {
            // What the code would have asked after it is not known, so nothing is known to be removed.
            return first.kind() == Divergence.Kind.UNANSWERED
                    ? List.of(proposals.intended(first, evidence))
                    : List.of();
        }
        if (Doubts.edited(evidence) || !evidence.unfinished().isEmpty() || !approached(evidence)) {
            return List.of();
        }
        return evidence.skipped().stream()
                .filter(exchange -> exchange.n() != evidence.breaking())
                .filter(exchange -> decides(evidence, exchange))
                .map(proposals::removed)
                .toList();
    }

    /** Returns what only a person may write: that the breaking exchange, and what led to it, is no longer made. */
    static List<Allowance> byHand(Evidence evidence) {
        var proposals = new Proposals(evidence);
        return evidence.skipped().stream()
                .filter(exchange -> evidence.firstDivergence() == null
                        ? decides(evidence, exchange)
                        : exchange.n() == evidence.breaking())
                .map(proposals::removed)
                .toList();
    }

    private static boolean decides(Evidence evidence, Exchange exchange) {
        return Doubts.precedesTheFailure(evidence, exchange)
                || evidence.run().outcome().writes().contains(exchange.n());
    }

    private static boolean approached(Evidence evidence) {
        if (evidence.run().outcome().signature() == null) {
            return true;
        }
        int breaking = evidence.breaking();
        return breaking == 0
                ? !evidence.served().isEmpty() && evidence.failingMethodEntered()
                : evidence.isServed(breaking) || evidence.removed().contains(breaking);
    }

    /**
     * The request of a recorded operation that is not the recorded one is taken for its change, and gets the recorded answer:
     * a bug that is not repaired shows itself again.
     */
    private Allowance intended(Divergence divergence, Evidence evidence) {
        var nearest = divergence.nearest();
        if (nearest == null || !nearest.exchange().operation().equals(divergence.what())) {
            return added(divergence);
        }
        var exchange = nearest.exchange();
        if (nearest.differences().isEmpty()) {
            return nearest.alreadyServed() && !divergence.write()
                    ? of(Allowance.Kind.REREAD, exchange)
                    : added(divergence);
        }
        boolean write = evidence.run().outcome().writes().contains(exchange.n());
        return nearest.alreadyServed() || write != divergence.write()
                ? added(divergence)
                : changed(divergence, exchange);
    }

    private Allowance changed(Divergence divergence, Exchange exchange) {
        return new Allowance(
                unusedId("changed-" + exchange.n()),
                Allowance.Kind.CHANGED,
                divergence.boundary(),
                divergence.what(),
                exchange.n(),
                divergence.request(),
                null,
                "",
                null,
                null);
    }

    private Allowance removed(Exchange exchange) {
        return of(Allowance.Kind.REMOVED, exchange);
    }

    private Allowance of(Allowance.Kind kind, Exchange exchange) {
        return new Allowance(
                unusedId(kind.name().toLowerCase(Locale.ROOT) + "-" + exchange.n()),
                kind,
                exchange.boundary(),
                exchange.operation(),
                exchange.n(),
                Value.NULL,
                null,
                "",
                null,
                null);
    }

    private Allowance added(Divergence divergence) {
        return new Allowance(
                unusedId("added-after-" + divergence.after()),
                Allowance.Kind.ADDED,
                divergence.boundary(),
                divergence.what(),
                0,
                divergence.request(),
                answerOfSameOperation(divergence),
                "",
                null,
                null);
    }

    private static @Nullable Answer answerOfSameOperation(Divergence divergence) {
        var nearest = divergence.nearest();
        return nearest != null && nearest.exchange().operation().equals(divergence.what())
                ? nearest.exchange().answer()
                : null;
    }

    private String unusedId(String wanted) {
        var id = wanted;
        for (int i = 2; !taken.add(id); i++) {
            id = wanted + "-" + i;
        }
        return id;
    }
}
