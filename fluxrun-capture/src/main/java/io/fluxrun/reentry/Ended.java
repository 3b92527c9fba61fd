package io.fluxrun.reentry;

import io.fluxrun.run.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a replayed entry ended.
 *
 * @param value for http: status, headers, body; for a method: what it returned, as data
 * @param returned what it returned, as it is
 * @param thrown what it threw, {@code null} if nothing
 */
public record Ended(
        Value value, @Nullable Object returned, @Nullable Throwable thrown) {
    static Ended with(Throwable thrown) {
        return new Ended(Value.NULL, null, thrown);
    }
}
