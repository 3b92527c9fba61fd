package io.fluxrun.boundary.state;

import io.fluxrun.appjson.AppJson;
import io.fluxrun.appjson.AppJsonException;
import io.fluxrun.run.Value;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A cache's entry as data: the key, and whether there was a value. */
final class CacheEntry {
    static final String HIT = "hit";
    private static final String VALUE = "value";
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

    /** @throws IllegalStateException for a future that is not complete */
    static Value of(Held held) {
        var entry = Value.fields().put(HIT, Value.of(held.present()));
        if (!held.present()) {
            return entry.build();
        }
        Object value = held.value();
        // An asynchronous cache holds futures.
        if (value instanceof CompletableFuture<?> future) {
            if (!future.isDone() || future.isCompletedExceptionally()) {
                throw new IllegalStateException("a cached future that was not complete is not recorded yet");
            }
            entry.put(FUTURE, Value.of(true));
            value = future.join();
        }
        return entry.put(VALUE, AppJson.encode(value, "cached value")).build();
    }

    static Held held(Value entry, ClassLoader loader) {
        if (!entry.get(HIT).flag()) {
            return Held.ABSENT;
        }
        Object value = AppJson.decode(entry.get(VALUE), null, loader);
        return Held.of(entry.get(FUTURE).flag() ? CompletableFuture.completedFuture(value) : value);
    }
}
