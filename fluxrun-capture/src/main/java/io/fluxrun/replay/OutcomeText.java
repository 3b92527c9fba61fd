package io.fluxrun.replay;

import io.fluxrun.run.Entry;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Value;
import java.util.List;
import java.util.Locale;

/** What counts when two outcomes are compared: status, value or exception, write set. */
final class OutcomeText {
    private OutcomeText() {}

    /** Returns where the replay's outcome differs from the expected one; empty if there is none. */
    static List<Difference> differences(Evidence evidence) {
        var expected = evidence.expected();
        return expected == null ? List.of() : Difference.between(value(expected), value(evidence.received()));
    }

    static String pretty(Outcome outcome) {
        return CanonicalJson.pretty(value(outcome));
    }

    /** Returns what came back in a few words: {@code GET /orders/ord_01 answers 503}. */
    static String brief(Entry entry, Outcome outcome) {
        if (outcome.httpStatus() >= 0) {
            return entry.name() + " answers " + outcome.httpStatus();
        }
        var error = outcome.error();
        if (error == null) {
            return entry.name() + (outcome.status() == Outcome.Status.FAILED ? " fails" : " returns");
        }
        var message = error.message() == null
                ? ""
                : ": " + error.message().lines().findFirst().orElse("");
        return entry.name() + " throws " + error.type() + message;
    }

    private static Value value(Outcome outcome) {
        var fields = Value.fields().put("status", outcome.status().name().toLowerCase(Locale.ROOT));
        if (outcome.httpStatus() >= 0) {
            fields.put("http", outcome.httpStatus());
            fields.putUnlessNull("body", CanonicalJson.read(outcome.result().get("body")));
        } else {
            fields.putUnlessNull("value", CanonicalJson.read(outcome.result()));
        }
        var error = outcome.error();
        if (error != null) {
            fields.put("exception", error.type()).putUnlessNull("message", Value.of(error.message()));
        }
        return fields.put("writes", Value.list(outcome.writes(), n -> Value.of((long) n)))
                .build();
    }
}
