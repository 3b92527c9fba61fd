package io.fluxrun.maven;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.FailureSignatures;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What accepting a replay writes into its fixture.
 *
 * @param lines the same for a person to read
 */
record Acceptance(Fixture fixture, List<String> lines) {
    /** Who accepts, why and when; {@code null} where nobody said. */
    record Signed(@Nullable String author, @Nullable String reason, String date) {}

    static Acceptance of(Fixture fixture, Receipt receipt, Signed signed) {
        Refusals.check(fixture, receipt);
        var guard = fixture.guard();
        var added = additions(guard.allowances(), receipt.proposed(), signed);
        var allowances = new ArrayList<>(guard.allowances());
        allowances.addAll(added);
        var lines = new ArrayList<String>();
        var before = guard.expected() == null ? fixture.run().outcome() : guard.expected();
        lines.add((guard.expected() == null ? "recorded outcome  " : "accepted before   ") + told(before));
        lines.add("accepted outcome  " + told(receipt.received()));
        lines.add("accepted result   " + AcceptedResult.of(receipt.received()));
        if (isTheRecordedFailure(fixture, receipt)) {
            lines.add("still a failure   what is accepted is what was recorded, but for its writes: is it repaired?");
        }
        added.forEach(allowance -> lines.add("allowed           " + told(allowance)));
        return new Acceptance(
                new Fixture(
                        fixture.run(),
                        new Guard(
                                guard.issue(),
                                guard.since(),
                                guard.reproduced(),
                                guard.entry(),
                                receipt.received(),
                                allowances,
                                guard.answers(),
                                guard.tolerances())),
                lines);
    }

    /** With fewer writes it is not REGRESSED; a person may mean that, or not have seen it. */
    private static boolean isTheRecordedFailure(Fixture fixture, Receipt receipt) {
        var recorded = fixture.run().outcome().signature();
        var received = receipt.received().signature();
        return recorded != null && received != null && FailureSignatures.sameFailure(recorded, received);
    }

    private static List<Allowance> additions(List<Allowance> present, List<Allowance> proposed, Signed signed) {
        var ids = present.stream().map(Allowance::id).collect(Collectors.toSet());
        var additions = new ArrayList<Allowance>();
        for (var allowance : proposed) {
            if (present.stream().noneMatch(old -> allowsTheSame(old, allowance))) {
                additions.add(new Allowance(
                        free(allowance.id(), ids),
                        allowance.kind(),
                        allowance.boundary(),
                        allowance.operation(),
                        allowance.exchange(),
                        allowance.request(),
                        allowance.answer(),
                        reason(allowance, signed),
                        signed.author(),
                        signed.date()));
            }
        }
        return additions;
    }

    private static String reason(Allowance proposed, Signed signed) {
        if (signed.reason() != null) {
            return signed.reason();
        }
        return proposed.reason().isBlank() ? "accepted with fluxrun:accept" : proposed.reason();
    }

    private static boolean allowsTheSame(Allowance one, Allowance other) {
        return one.kind() != Allowance.Kind.ADDED && one.kind() == other.kind() && one.exchange() == other.exchange();
    }

    private static String free(String id, Set<String> taken) {
        var free = id;
        for (int n = 2; !taken.add(free); n++) {
            free = id + "-" + n;
        }
        return free;
    }

    private static String told(Allowance allowance) {
        var where = allowance.kind() != Allowance.Kind.ADDED ? " (exchange " + allowance.exchange() + ")" : "";
        return allowance.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + allowance.boundary() + " "
                + Printable.clipped(allowance.operation(), 60) + where + ": " + Printable.line(allowance.reason());
    }

    private static String told(Outcome outcome) {
        return RunStory.told(outcome) + ", "
                + (outcome.writes().isEmpty()
                        ? "no writes"
                        : "writes "
                                + outcome.writes().stream().map(n -> "#" + n).collect(Collectors.joining(", ")));
    }
}
