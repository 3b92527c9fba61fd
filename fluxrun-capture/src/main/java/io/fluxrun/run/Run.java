package io.fluxrun.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recorded execution, entry to outcome.
 *
 * @param rules version of the matching and clock rules it was recorded under
 * @param boot content hash of the {@link Boot} it started from, {@code null} when the entry needs none
 */
public record Run(
        int rules,
        RunInfo info,
        Entry entry,
        Outcome outcome,
        @Nullable String boot,
        Environment env,
        List<LaneInfo> lanes,
        List<Span> spans,
        List<Exchange> exchanges,
        List<Reading> readings,
        List<Draw> draws,
        List<OrderEvent> order,
        List<LogEvent> logs) {
    /** The version of the matching and clock rules that this release records under. */
    public static final int RULES = 1;

    public Run {
        lanes = List.copyOf(lanes);
        spans = List.copyOf(spans);
        exchanges = List.copyOf(exchanges);
        readings = List.copyOf(readings);
        draws = List.copyOf(draws);
        order = List.copyOf(order);
        logs = List.copyOf(logs);
    }

    /** Returns this run as started from the boot with that content hash. */
    public Run withBoot(String hash) {
        return new Run(rules, info, entry, outcome, hash, env, lanes, spans, exchanges, readings, draws, order, logs);
    }
}
