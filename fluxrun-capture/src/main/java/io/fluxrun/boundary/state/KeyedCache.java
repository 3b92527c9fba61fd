package io.fluxrun.boundary.state;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One key of a cache, as one run sees it: its own value, or the recorded one from before it.
 *
 * @param own what the run itself did to the key, {@code null}: nothing
 */
record KeyedCache(
        CacheKind kind,
        Lane lane,
        Object cache,
        Object key,
        @Nullable Held own) {
    private static final String PRESENT = "present";

    static KeyedCache of(CacheKind kind, Lane lane, Object cache, Object key) {
        return new KeyedCache(kind, lane, cache, key, OwnWrites.of(lane).find(cache, key));
    }

    /** Returns what there is in a replay: what the recorded run did not look up is not there. */
    Held replayed(Replaying replaying) {
        if (own != null) {
            return own;
        }
        var answer = replaying.lookUp(lane, StateBoundary.NAME, operation(), request(key));
        return answer == null ? Held.ABSENT : CacheEntry.held(response(replaying, answer), loader());
    }

    /** As {@link #replayed}, of a run that only asked whether there is a value. */
    boolean isThere(Replaying replaying) {
        if (own != null) {
            return own.present();
        }
        var answer = replaying.lookUp(lane, StateBoundary.NAME, operation(), presence());
        return answer != null && response(replaying, answer).get(CacheEntry.HIT).flag();
    }

    /** Records what a look-up found, unless the run itself had put it there. */
    void record(Recording recording, long startedNanos, Held found) {
        if (own == null) {
            // Encoded now: a cached value may change later.
            var answer = Answer.of(CacheEntry.of(found));
            exchange(recording, startedNanos, request(key), answer);
        } else if (!same(own, found)) {
            recording.partial(changed());
        }
    }

    void recordPresence(Recording recording, long startedNanos, boolean there) {
        if (own == null) {
            var answer = Answer.of(
                    Value.fields().put(CacheEntry.HIT, Value.of(there)).build());
            exchange(recording, startedNanos, presence(), answer);
        } else if (own.present() != there) {
            recording.partial(changed());
        }
    }

    void put(Held held) {
        OwnWrites.of(lane).put(cache, key, held);
    }

    private void exchange(Recording recording, long startedNanos, Value request, Answer answer) {
        recording.exchange(lane, StateBoundary.NAME, operation(), false, startedNanos, () -> request, () -> answer);
    }

    private Value response(Replaying replaying, Answer answer) {
        if (answer instanceof Answer.Response response) {
            return response.value();
        }
        throw replaying.unanswered(lane, StateBoundary.NAME, operation() + " failed in the recorded run");
    }

    private String changed() {
        return "state: what the run had put into the cache " + kind.name(cache)
                + " was evicted or changed by others before it looked again";
    }

    /** A cache outside the process gives back an equal value. */
    private static boolean same(Held own, Held found) {
        return own.present() == found.present()
                && (own.value() == found.value()
                        || Objects.equals(own.value(), found.value())
                        || CacheEntry.of(own).equals(CacheEntry.of(found)));
    }

    private String operation() {
        return "CACHE " + kind.name(cache);
    }

    private Value request(Object asked) {
        return Value.fields()
                .put("cache", kind.name(cache))
                .put("key", CacheEntry.key(asked))
                .build();
    }

    private Value presence() {
        return Value.fields()
                .put("cache", kind.name(cache))
                .put("key", CacheEntry.key(key))
                .put("asked", PRESENT)
                .build();
    }

    private ClassLoader loader() {
        return kind.loader(cache, key);
    }
}
