package io.fluxrun.replay;

import io.fluxrun.run.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The ways in which a person writes down what a repair means: by {@code accept}, or by hand. */
final class Pasting {
    private Pasting() {}

    static String accept(String lead, Evidence evidence) {
        return lead + ", run: mvn fluxrun:accept -Dfluxrun.fixture="
                + evidence.input().name();
    }

    static List<String> block(String lead, List<Allowance> allowances, Evidence evidence) {
        var lines = new ArrayList<String>();
        if (!allowances.isEmpty()) {
            lines.add(lead + " into guard.allowances of " + evidence.input().name() + ", with the reason:");
            lines.add(allowances.stream().map(evidence.input().json()).collect(Collectors.joining(",\n")));
            if (allowances.stream().anyMatch(Pasting::needsAnAnswer)) {
                lines.add("add what it is answered with: \"response\": {…}, in the form of the recorded exchanges");
            }
        }
        return lines;
    }

    private static boolean needsAnAnswer(Allowance allowance) {
        return allowance.kind() == Allowance.Kind.ADDED && allowance.answer() == null;
    }
}
