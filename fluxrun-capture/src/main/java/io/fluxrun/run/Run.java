package io.fluxrun.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recorded execution, entry to outcome.
 *
 * @param rules version of the matching and clock rules it was recorded under
 * @param spans by their start
 * @param logs by their time, the last ones if there were too many
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
        List<LogEvent> logs,
        Dropped dropped) {
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

    /** A run of which everything was kept. */
    public Run(
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
        this(
                rules,
                info,
                entry,
                outcome,
                boot,
                env,
                lanes,
                spans,
                exchanges,
                readings,
                draws,
                order,
                logs,
                Dropped.NONE);
    }

    /** Returns this run as started from the boot with that content hash. */
    public Run withBoot(String hash) {
        return new Run(
                rules, info, entry, outcome, hash, env, lanes, spans, exchanges, readings, draws, order, logs, dropped);
    }
}
