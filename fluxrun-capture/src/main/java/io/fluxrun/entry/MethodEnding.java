package io.fluxrun.entry;

import io.fluxrun.record.Ending;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Value;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** How a captured method ended. */
record MethodEnding(
        CapturedMethod method,
        String name,
        Value arguments,
        @Nullable Object returned,
        @Nullable Throwable error) implements Ending {
    @Override
    public int status() {
        return -1;
    }

    @Override
    public @Nullable String header(String header) {
        return null;
    }

    @Override
    public String route() {
        return name;
    }

    @Override
    public Captured capture() {
        var reasons = new ArrayList<String>();
        Value result = error == null ? Arguments.encoded(returned, "result", reasons::add) : Value.NULL;
        return new Captured(
                () -> new Entry(Entry.Kind.METHOD, name, method.request(arguments)), () -> result, null, reasons);
    }
}
