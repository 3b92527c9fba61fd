package io.fluxrun.replay;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The allowances that would make a replay's divergences intended. A person decides whether they are. */
final class Proposals {
    private final Set<String> taken;

    private Proposals(Set<String> taken) {
        this.taken = taken;
    }

    static List<Allowance> of(Evidence evidence) {
        var ids = evidence.input().fixture().guard().allowances().stream()
                .map(Allowance::id)
                .collect(Collectors.toSet());
        var proposals = new Proposals(ids);
        var proposed = new ArrayList<Allowance>();
        evidence.skippedWrites().forEach(exchange -> proposed.add(proposals.removed(exchange)));
        for (var exchange : evidence.skippedReads()) {
            if (exchange.n() <= evidence.breaking()) {
                proposed.add(proposals.removed(exchange));
            }
        }
        var first = evidence.firstDivergence();
        if (first != null && first.kind() == Divergence.Kind.UNANSWERED) {
            proposed.add(proposals.added(first));
        }
        return proposed;
    }

    private Allowance removed(Exchange exchange) {
        return new Allowance(
                unusedId("removed-" + exchange.n()),
                Allowance.Kind.REMOVED,
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
