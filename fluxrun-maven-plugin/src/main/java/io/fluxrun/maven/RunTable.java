package io.fluxrun.maven;

import io.fluxrun.run.Value;
import io.fluxrun.store.RunSummary;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code fluxrun:list} shows: one line per run, newest first. */
final class RunTable {
    private static final int SHORTEST_PREFIX = 8;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final StoreLocation location;
    private final List<RunSummary> runs;
    private final Map<String, String> prefixes;

    RunTable(StoreLocation location, List<RunSummary> runs) {
        this.location = location;
        this.runs = runs;
        this.prefixes = prefixes(runs.stream().map(RunSummary::id).sorted().toList());
    }

    List<String> lines(ZoneId zone) {
        if (runs.isEmpty()) {
            return List.of("No runs in " + String.join(" or ", location.looked()) + ".");
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("RUN", "WHEN", "STATUS", "ENTRY", "BROKE AT", "EXCHANGES", "READINESS"));
        for (var run : runs) {
            rows.add(List.of(
                    prefixes.getOrDefault(run.id(), run.id()),
                    WHEN.format(run.recordedAt().atZone(zone)),
                    Printable.clipped(run.status(), 40),
                    Printable.clipped(run.name(), 48),
                    Printable.clipped(run.brokeAt() == null ? "-" : run.brokeAt(), 40),
                    String.valueOf(run.exchanges()),
                    run.readiness().name()));
        }
        return aligned(rows);
    }

    Value json() {
        return Value.fields()
                .put("store", location.uri())
                .put(
                        "runs",
                        Value.list(
                                runs,
                                run -> Value.fields()
                                        .put("id", run.id())
                                        .put("prefix", prefixes.get(run.id()))
                                        .put("name", run.name())
                                        .put("recordedAt", run.recordedAt().toString())
                                        .put("durationNanos", run.durationNanos())
                                        .put("status", run.status())
                                        .put("brokeAt", run.brokeAt())
                                        .put("exchanges", run.exchanges())
                                        .put("readiness", run.readiness().name())
                                        .put("bytes", run.bytes())
                                        .build()))
                .build();
    }

    /** In sorted order an id can only share a prefix with its two neighbours. */
    private static Map<String, String> prefixes(List<String> sorted) {
        var prefixes = new HashMap<String, String>();
        for (int i = 0; i < sorted.size(); i++) {
            var id = sorted.get(i);
            int shared = Math.max(
                    i == 0 ? 0 : shared(id, sorted.get(i - 1)),
                    i == sorted.size() - 1 ? 0 : shared(id, sorted.get(i + 1)));
            prefixes.put(id, id.substring(0, Math.min(id.length(), Math.max(SHORTEST_PREFIX, shared + 1))));
        }
        return prefixes;
    }

    private static int shared(String one, String other) {
        int end = Math.min(one.length(), other.length());
        return IntStream.range(0, end)
                .filter(i -> one.charAt(i) != other.charAt(i))
                .findFirst()
                .orElse(end);
    }

    private static List<String> aligned(List<List<String>> rows) {
        var widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(column -> row.get(column)
                                + " ".repeat(widths[column] - row.get(column).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }
}
