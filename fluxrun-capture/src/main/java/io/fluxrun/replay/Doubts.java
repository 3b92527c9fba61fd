package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import java.util.ArrayList;
import java.util.List;

/** Why a replay proves nothing: a guard may not be green without having approached the bug. */
final class Doubts {
    private static final String NOTHING_ASKED = "nothing of the recording was asked";

    private static final String ANOTHER_ORDER = "what led to the failure came in another order than recorded, ";

    private Doubts() {}

    static List<Doubt> of(Evidence evidence) {
        var doubts = new ArrayList<Doubt>();
        var reproduced = evidence.input().fixture().guard().reproduced();
        if (reproduced != null && edited(evidence)) {
            doubts.add(new Doubt(
                    Doubt.Kind.EDITED,
                    "what was recorded was edited after the guard was seen red on " + reproduced.at()));
        }
        evidence.skipped().stream()
                .filter(exchange -> precedesTheFailure(evidence, exchange))
                .map(exchange -> skipped(evidence, exchange))
                .forEach(doubts::add);
        if (evidence.run().outcome().httpStatus() >= 0 && evidence.received().httpStatus() < 0) {
            doubts.add(new Doubt(
                    Doubt.Kind.NOT_COMPARABLE,
                    "an HTTP request was recorded, and the test invoked something that gives no HTTP answer"));
        }
        approach(evidence, doubts);
        if (evidence.expected() == null) {
            // A deadlock looks the same as work that a repair rightly leaves out: a person has to look at what came of
            // it.
            evidence.inVain()
                    .forEach(why -> doubts.add(
                            new Doubt(Doubt.Kind.NOT_ACCEPTED, "no outcome is accepted of a replay in which " + why)));
        }
        evidence.reordered().forEach(why -> doubts.add(new Doubt(Doubt.Kind.REORDERED, ANOTHER_ORDER + why)));
        evidence.unfinished().forEach(work -> doubts.add(new Doubt(Doubt.Kind.UNFINISHED, work)));
        return doubts;
    }

    static boolean edited(Evidence evidence) {
        var reproduced = evidence.input().fixture().guard().reproduced();
        return reproduced != null
                && !reproduced.digest().equals(evidence.input().digest());
    }

    /** A failure that broke at no exchange came after all of them, as far as the recording can tell. */
    static boolean precedesTheFailure(Evidence evidence, Exchange exchange) {
        return evidence.run().outcome().signature() != null
                && (evidence.breaking() == 0 || exchange.n() <= evidence.breaking());
    }

    private static Doubt skipped(Evidence evidence, Exchange exchange) {
        boolean breaking = exchange.n() == evidence.breaking();
        return new Doubt(
                breaking ? Doubt.Kind.NEVER_BROKE : Doubt.Kind.SKIPPED,
                VerdictMessage.place(evidence, exchange) + " was neither asked nor declared removed");
    }

    private static void approach(Evidence evidence, List<Doubt> doubts) {
        if (evidence.run().outcome().signature() == null) {
            if (evidence.served().isEmpty() && !evidence.run().exchanges().isEmpty()) {
                doubts.add(new Doubt(Doubt.Kind.NOT_APPROACHED, NOTHING_ASKED));
            }
            return;
        }
        var failing = evidence.failingMethod();
        boolean bypassed = failing != null && !evidence.failingMethodEntered();
        if (evidence.served().isEmpty() && bypassed) {
            doubts.add(new Doubt(
                    Doubt.Kind.NOT_APPROACHED, NOTHING_ASKED + " and the failing method was not entered: " + failing));
        } else if (evidence.expected() == null) {
            if (evidence.served().isEmpty()) {
                doubts.add(new Doubt(
                        Doubt.Kind.NOT_ACCEPTED,
                        NOTHING_ASKED + ", and no outcome is accepted that tells a repair from an emptied method"));
            } else if (evidence.breaking() == 0 && bypassed) {
                doubts.add(new Doubt(
                        Doubt.Kind.NOT_ACCEPTED,
                        "the failing method was not entered, and no outcome is accepted without it: " + failing));
            }
        }
    }
}
