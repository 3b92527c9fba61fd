package io.fluxrun.replay;

import io.fluxrun.run.Allowance;
import io.fluxrun.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a user does about a verdict: what to paste, what to run. */
final class NextSteps {
    private NextSteps() {}

    static List<String> lines(Evidence evidence, Verdict verdict, List<Allowance> proposed) {
        var lines = new ArrayList<String>();
        switch (verdict) {
            case DIVERGED -> diverged(evidence, proposed, lines);
            case REGRESSED ->
                lines.add("next: the recorded bug is in the code; set a breakpoint at " + failingFrame(evidence)
                        + " and run this test in the debugger");
            case INCONCLUSIVE -> {
                lines.add(
                        "next: let the test reach the bug again, or export the run anew; do not edit what was recorded");
                block("if the repair removed it on purpose", proposed, evidence, lines);
            }
            case CHANGED -> lines.add(accept("next: if this outcome is right", evidence));
            case REPAIRED -> {}
        }
        return lines;
    }

    private static void diverged(Evidence evidence, List<Allowance> proposed, List<String> lines) {
        if (!proposed.isEmpty()) {
            lines.add(accept("next: if the repair means this", evidence));
            block("or paste", proposed, evidence, lines);
            return;
        }
        if (evidence.firstDivergence() != null) {
            lines.add("next: declare the call as a boundary, or keep it out of the replayed code");
            return;
        }
        lines.add("next: remove the allowance from guard.allowances of "
                + evidence.input().name());
    }

    private static void block(String lead, List<Allowance> proposed, Evidence evidence, List<String> lines) {
        if (!proposed.isEmpty()) {
            lines.add(lead + " into guard.allowances of " + evidence.input().name() + ", with the reason:");
            lines.add(proposed.stream().map(evidence.input().json()).collect(Collectors.joining(",\n")));
            if (proposed.stream().anyMatch(NextSteps::needsAnAnswer)) {
                lines.add("add what it is answered with: \"response\": {…}, in the form of the recorded exchanges");
            }
        }
    }

    private static boolean needsAnAnswer(Allowance allowance) {
        return allowance.kind() == Allowance.Kind.ADDED && allowance.answer() == null;
    }

    private static String accept(String lead, Evidence evidence) {
        return lead + ", run: mvn fluxrun:accept -Dfluxrun.fixture="
                + evidence.input().name();
    }

    private static String failingFrame(Evidence evidence) {
        var signature = evidence.run().outcome().signature();
        return signature == null || signature.frames().isEmpty()
                ? evidence.run().entry().name()
                : signature.frames().get(0);
    }
}
