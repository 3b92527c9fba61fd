package io.fluxrun.record;

import io.fluxrun.run.Entry;
import io.fluxrun.run.Value;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How an entry ended. Asked on the entry's own thread, before what it is made of is recycled. */
public interface Ending {
    /** Returns the HTTP status, -1 if there is none. */
    int status();

    /** Returns what left the entry or was handled at its edge, {@code null} if nothing did. */
    @Nullable
    Throwable error();

    /** Returns a request header by name, {@code null} if there is none. */
    @Nullable
    String header(String name);

    /** Returns what entries of the same kind have in common: method and path, or the method's name. */
    String route();

    /** Takes hold of everything that is needed later; called only if the run is kept. */
    Captured capture();

    /**
     * What is built on the background thread.
     *
     * @param traceId {@code null} if the entry had none
     * @param reasons why the run is PARTIAL, as far as the entry knows
     */
    record Captured(
            Supplier<Entry> entry,
            Supplier<Value> result,
            @Nullable String traceId,
            List<String> reasons) {
        public Captured {
            reasons = List.copyOf(reasons);
        }
    }
}
