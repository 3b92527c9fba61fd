package io.fluxrun.maven;

import io.fluxrun.run.Outcome;
import io.fluxrun.run.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/** What came back, on one line: whoever accepts an outcome has to see it, for often nothing else tells a repair. */
final class AcceptedResult {
    private static final int WIDTH = 200;

    private AcceptedResult() {}

    static String of(Outcome outcome) {
        var result = readable(outcome.httpStatus() >= 0 ? outcome.result().get("body") : outcome.result());
        var text = result.text() == null ? Json.of(result) : result.text();
        var line = result.isNull() || text.isEmpty() ? "nothing" : text;
        return Printable.clipped(Printable.line(line).replaceAll(" {2,}", " "), WIDTH);
    }

    private static Value readable(Value value) {
        var bytes = value.bytes();
        if (bytes != null) {
            return Value.of(new String(bytes, StandardCharsets.UTF_8));
        }
        if (value instanceof Value.Items items) {
            return Value.list(items.items(), AcceptedResult::readable);
        }
        if (value instanceof Value.Fields fields) {
            var readable = new LinkedHashMap<String, Value>();
            fields.fields().forEach((name, field) -> readable.put(name, readable(field)));
            return new Value.Fields(readable);
        }
        return value;
    }
}
