package io.fluxrun.protect;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Run;
import io.fluxrun.run.RunInfo;
import io.fluxrun.run.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs and exchanges that hold what is to be masked. */
final class MaskSamples {
    private MaskSamples() {}

    static Run run(List<Exchange> exchanges, String log) {
        return new Run(
                Run.RULES,
                info("GET /x"),
                new Entry(Entry.Kind.HTTP, "GET /x", Value.NULL),
                new Outcome(Outcome.Status.FAILED, Value.NULL, null, null, List.of()),
                null,
                Environment.EMPTY,
                List.of(new LaneInfo("main", null)),
                List.of(),
                exchanges,
                List.of(),
                List.of(),
                List.of(),
                List.of(new LogEvent("main", 1, "WARN", "a.B", log, null)));
    }

    static RunInfo info(String name) {
        return new RunInfo("run-1", name, Instant.EPOCH, 1, null, null, null, null, "17", "UTC", "en", Readiness.READY);
    }

    static Exchange http(int n, String url, Value body) {
        return new Exchange(
                n,
                "main",
                "http",
                "POST /",
                1,
                2,
                Value.fields().put("url", url).put("body", body).build(),
                Answer.of(Value.NULL));
    }

    static Value headers(String... namesAndValues) {
        var pairs = new ArrayList<Value>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(Value.list(List.of(Value.of(namesAndValues[i]), Value.of(namesAndValues[i + 1]))));
        }
        return Value.list(pairs);
    }

    static Value body(String text) {
        return Value.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
