package io.fluxrun.record;

import io.fluxrun.run.Entry;
import io.fluxrun.run.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an entry of a test ends. */
record TestEnding(int status, @Nullable Throwable error, String route, Map<String, String> headers) implements Ending {
    static TestEnding status(int status) {
        return new TestEnding(status, null, "GET /orders/ord_01", Map.of());
    }

    static TestEnding error(Throwable error) {
        return new TestEnding(500, error, "GET /orders/ord_01", Map.of());
    }

    TestEnding at(String other) {
        return new TestEnding(status, error, other, headers);
    }

    TestEnding with(String header, String value) {
        return new TestEnding(status, error, route, Map.of(header, value));
    }

    @Override
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    @Override
    public Captured capture() {
        return new Captured(
                () -> new Entry(Entry.Kind.HTTP, route, Value.NULL),
                () -> Value.fields().put("status", status).build(),
                "trace",
                List.of());
    }
}
