package io.fluxrun.replay;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user does about a replay that proves nothing. */
final class ProofSteps {
    private ProofSteps() {}

    static List<String> lines(Evidence evidence, List<Allowance> proposed) {
        var lines = new ArrayList<String>();
        var doubts = Doubts.of(evidence).stream().map(Doubt::kind).collect(Collectors.toSet());
        if (doubts.contains(Doubt.Kind.EDITED)) {
            lines.add("next: restore what was recorded, or export the run anew; do not edit what was recorded");
            return lines;
        }
        if (doubts.contains(Doubt.Kind.UNFINISHED)) {
            lines.add("next: find out why that work does not end; until it has ended, nothing can be said about it");
            return lines;
        }
        if (doubts.contains(Doubt.Kind.REORDERED)) {
            lines.add("next: let the lanes wait for each other as they did, or export the run anew; which of them comes"
                    + " first may decide whether the bug shows");
            return lines;
        }
        if (doubts.contains(Doubt.Kind.NOT_COMPARABLE)) {
            lines.add(
                    "next: leave out Replay.invoke and replay the HTTP request itself, in a test that starts the server");
            return lines;
        }
        if (!proposed.isEmpty() || doubts.equals(Set.of(Doubt.Kind.NOT_ACCEPTED))) {
            lines.add(Pasting.accept("next: if the repair means this", evidence));
            lines.addAll(Pasting.block("or paste", proposed, evidence));
            return lines;
        }
        if (doubts.contains(Doubt.Kind.NEVER_BROKE)) {
            lines.add("next: the replay never made the breaking call " + breaking(evidence)
                    + ", so this guard would not approach the bug; let the code make it again");
            lines.addAll(Pasting.block(
                    "accept does not write this down. If the repair rightly never makes that call, write by hand",
                    Proposals.byHand(evidence),
                    evidence));
        } else {
            lines.add("next: let the test reach the bug again, or export the run anew");
            lines.addAll(Pasting.block(
                    "accept does not write this down. If the repair rightly asks none of this, write by hand",
                    Proposals.byHand(evidence),
                    evidence));
        }
        if (doubts.contains(Doubt.Kind.NOT_APPROACHED) && evidence.failingMethod() != null) {
            lines.add("if the failing method was renamed or its work moved, name the method that does it now first in"
                    + " outcome.signature.frames of " + evidence.input().name());
        }
        return lines;
    }

    /** Says why accepting a request cannot help if it is what has become of the breaking call. */
    static List<String> insteadOfTheBreakingCall(Evidence evidence, Divergence divergence) {
        var nearest = divergence.nearest();
        if (nearest == null || nearest.alreadyServed() || nearest.exchange().n() != evidence.breaking()) {
            return List.of();
        }
        return Pasting.block(
                "if the repair makes it instead of the breaking call " + breaking(evidence)
                        + ", the replay never makes that call and this guard would not approach the bug: accept does"
                        + " not write that down. If that is right, write by hand both the allowance above, with the"
                        + " answer it gets today, and this",
                Proposals.byHand(evidence),
                evidence);
    }

    private static String breaking(Evidence evidence) {
        return evidence.run().exchanges().stream()
                .filter(exchange -> exchange.n() == evidence.breaking())
                .map((Exchange exchange) -> VerdictMessage.place(evidence, exchange))
                .findFirst()
                .orElse("");
    }
}
