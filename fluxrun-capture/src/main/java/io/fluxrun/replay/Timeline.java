package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import java.util.ArrayList;
import java.util.List;

/** The recorded exchanges around the place where a replay left them, one line each. */
final class Timeline {
    private static final int AROUND = 4;

    private Timeline() {}

    static List<String> lines(Evidence evidence) {
        var exchanges = evidence.run().exchanges();
        if (exchanges.isEmpty()) {
            return List.of();
        }
        int focus = focus(evidence);
        int from = Math.max(0, Math.min(focus - AROUND, exchanges.size() - 1));
        int to = Math.min(exchanges.size(), Math.max(focus, 0) + AROUND + 1);
        var lines = new ArrayList<String>();
        lines.add("exchanges " + (from + 1) + " to " + to + " of " + exchanges.size() + ":");
        var first = evidence.firstDivergence();
        if (first != null && first.after() == 0 && from == 0) {
            lines.add(VerdictMessage.asked(first));
        }
        for (var exchange : exchanges.subList(from, to)) {
            lines.add(line(evidence, exchange));
            if (first != null && first.after() == exchange.n()) {
                lines.add(VerdictMessage.asked(first));
            }
        }
        return lines;
    }

    /** Index of the exchange that the message is about. */
    private static int focus(Evidence evidence) {
        var exchanges = evidence.run().exchanges();
        var first = evidence.firstDivergence();
        int n = first != null
                ? first.after()
                : evidence.skippedWrites().stream().findFirst().map(Exchange::n).orElse(evidence.breaking());
        for (int i = 0; i < exchanges.size(); i++) {
            if (exchanges.get(i).n() == n) {
                return i;
            }
        }
        return 0;
    }

    private static String line(Evidence evidence, Exchange exchange) {
        var line = new StringBuilder();
        line.append("  ").append(exchange.n()).append(' ').append(VerdictMessage.named(exchange));
        line.append(evidence.run().outcome().writes().contains(exchange.n()) ? ", write: " : ": ");
        boolean removed = evidence.removed().contains(exchange.n());
        if (evidence.isServed(exchange.n())) {
            line.append("served");
        } else {
            line.append(removed ? "not asked, as allowed" : "not asked");
        }
        if (exchange.n() == evidence.breaking()) {
            line.append(", broke the recorded run");
        }
        return line.toString();
    }
}
