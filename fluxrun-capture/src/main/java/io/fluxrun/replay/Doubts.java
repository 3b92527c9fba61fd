package io.fluxrun.replay;

import java.util.ArrayList;
import java.util.List;

/** Why a replay proves nothing: a guard may not be green without having approached the bug. */
final class Doubts {
    private Doubts() {}

    static List<String> of(Evidence evidence) {
        var doubts = new ArrayList<String>();
        int breaking = evidence.breaking();
        for (var exchange : evidence.skipped()) {
            if (exchange.n() <= breaking) {
                doubts.add(VerdictMessage.place(evidence, exchange) + " was neither asked nor declared removed");
            }
        }
        if (evidence.served().isEmpty() && !failingMethodEntered(evidence)) {
            doubts.add("nothing of the recording was asked and the failing method was not entered");
        }
        doubts.addAll(evidence.unfinished());
        var reproduced = evidence.input().fixture().guard().reproduced();
        if (reproduced != null && !reproduced.digest().equals(evidence.input().digest())) {
            doubts.add("entry, boot or exchanges were edited after the guard was seen red on " + reproduced.at());
        }
        return doubts;
    }

    private static boolean failingMethodEntered(Evidence evidence) {
        var signature = evidence.run().outcome().signature();
        if (signature == null || signature.frames().isEmpty()) {
            return evidence.run().exchanges().isEmpty();
        }
        var failing = signature.frames().get(0);
        if (evidence.entered().contains(failing)) {
            return true;
        }
        var error = evidence.received().error();
        return error != null && error.frames().stream().anyMatch(frame -> frame.startsWith(failing + ":"));
    }
}
