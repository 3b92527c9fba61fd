package io.fluxrun.boundary.state;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import org.jspecify.annotations.Nullable;

/**
 * One key of a Caffeine cache, as one run sees it: its own value, or the recorded one from before it.
 *
 * @param own what the run itself did to the key: see {@link OwnWrites#find}
 */
record KeyedCache(
        Lane lane, Object cache, Object key, @Nullable Object own) {
    static KeyedCache of(Lane lane, Object cache, Object key) {
        return new KeyedCache(lane, cache, key, OwnWrites.of(lane).find(cache, key));
    }

    /** Returns the value in a replay, {@code null} if there is none. */
    @Nullable
    Object replayed(Replaying replaying) {
        if (own != null) {
            return own == OwnWrites.ABSENT ? null : own;
        }
        var answer = replaying.ask(lane, StateBoundary.NAME, operation(), false, request());
        if (answer instanceof Answer.Response response) {
            return CacheEntry.value(response.value(), loader());
        }
        throw replaying.unanswered(lane, StateBoundary.NAME, operation() + " failed in the recorded run");
    }

    /** Records what a look-up found, unless the run itself had put it there. */
    void record(Recording recording, long startedNanos, @Nullable Object found) {
        if (own == null) {
            var request = request();
            // Encoded now: a cached value may change later.
            var answer = Answer.of(found == null ? CacheEntry.miss() : CacheEntry.hitOrFuture(found));
            recording.exchange(lane, StateBoundary.NAME, operation(), false, startedNanos, () -> request, () -> answer);
        } else if (found != (own == OwnWrites.ABSENT ? null : own)) {
            recording.partial("state: what the run had put into a Caffeine cache of " + CaffeineNames.of(cache)
                    + " was evicted or changed by others before it looked again");
        }
    }

    void put(@Nullable Object value) {
        if (value == null) {
            OwnWrites.of(lane).remove(cache, key);
        } else {
            OwnWrites.of(lane).put(cache, key, value);
        }
    }

    private String operation() {
        return "CACHE " + CaffeineNames.of(cache);
    }

    private Value request() {
        return Value.fields()
                .put("cache", CaffeineNames.of(cache))
                .put("key", CacheEntry.key(key))
                .build();
    }

    /** The application's values are of the class loader that runs it. */
    private ClassLoader loader() {
        return key.getClass().getClassLoader() == null
                        || key.getClass().getClassLoader() == ClassLoader.getPlatformClassLoader()
                ? cache.getClass().getClassLoader()
                : key.getClass().getClassLoader();
    }
}
