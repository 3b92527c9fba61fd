package io.fluxrun.boundary.state;

import io.fluxrun.appjson.AppJson;
import io.fluxrun.appjson.AppJsonException;
import io.fluxrun.run.Value;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A cache's entry as data: the key, and whether there was a value. */
final class CacheEntry {
    static final String HIT = "hit";
    static final String VALUE = "value";
    private static final String FUTURE = "future";

    private CacheEntry() {}

    static Value key(@Nullable Object key) {
        try {
            return AppJson.encode(key, "key");
        } catch (AppJsonException e) {
            // A key says what it is by equals and toString; the latter must do.
            return Value.of(String.valueOf(key));
        }
    }

    static Value miss() {
        return Value.fields().put(HIT, Value.of(false)).build();
    }

    static Value hit(@Nullable Object value) {
        return Value.fields()
                .put(HIT, Value.of(true))
                .put(VALUE, AppJson.encode(value, "cached value"))
                .build();
    }

    /** Returns a value that may be an asynchronous cache's, which holds futures. */
    static Value hitOrFuture(Object value) {
        if (!(value instanceof CompletableFuture<?> future)) {
            return hit(value);
        }
        if (!future.isDone() || future.isCompletedExceptionally()) {
            throw new IllegalStateException("a cached future that was not complete is not recorded yet");
        }
        return Value.fields()
                .put(HIT, Value.of(true))
                .put(FUTURE, Value.of(true))
                .put(VALUE, AppJson.encode(future.join(), "cached value"))
                .build();
    }

    /** Returns the recorded value, {@code null}: a miss. */
    static @Nullable Object value(Value entry, ClassLoader loader) {
        if (!entry.get(HIT).flag()) {
            return null;
        }
        Object value = AppJson.decode(entry.get(VALUE), null, loader);
        return entry.get(FUTURE).flag() ? CompletableFuture.completedFuture(value) : value;
    }
}
