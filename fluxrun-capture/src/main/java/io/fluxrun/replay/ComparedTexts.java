package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** The two sides that an IDE shows as a diff. */
record ComparedTexts(String expected, String actual) {

    static ComparedTexts of(Evidence evidence, Verdict verdict) {
        var first = evidence.firstDivergence();
        if (verdict == Verdict.DIVERGED && first != null && first.nearest() != null) {
            return new ComparedTexts(
                    CanonicalJson.pretty(first.nearest().exchange().request()), CanonicalJson.pretty(first.request()));
        }
        if (verdict == Verdict.DIVERGED || verdict == Verdict.INCONCLUSIVE) {
            var asked = listed(evidence.served());
            return new ComparedTexts(
                    listed(evidence.run().exchanges()), first == null ? asked : asked + VerdictMessage.asked(first));
        }
        var expected = evidence.expected();
        return new ComparedTexts(
                expected == null ? "an outcome without this failure" : OutcomeText.pretty(expected),
                OutcomeText.pretty(evidence.received()));
    }

    private static String listed(List<Exchange> exchanges) {
        return exchanges.stream()
                .map(exchange -> exchange.n() + " " + VerdictMessage.named(exchange) + "\n")
                .collect(Collectors.joining());
    }
}
