package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A look-up of one key in a Caffeine cache, and what happens if there is no value. */
final class CaffeineLookUp implements Hook {
    private final Miss miss;

    CaffeineLookUp(Miss miss) {
        this.miss = miss;
    }

    /** What a look-up does if there is no value. */
    enum Miss {
        NOTHING,
        /** Puts its second argument. */
        PUT,
        /** Puts what its second argument, a function of the application's, returns. */
        LOAD
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null || self == null || arguments[0] == null) {
            return null;
        }
        var cache = KeyedCache.of(lane, self, arguments[0]);
        if (lane.session() instanceof Replaying replaying) {
            try {
                return Hook.answer(replayed(cache, replaying, arguments));
            } catch (RuntimeException | Error e) {
                return Hook.fail(e);
            }
        }
        if (!(lane.session() instanceof Recording recording)) {
            return null;
        }
        var looking = new Looking(cache, recording, System.nanoTime(), Scope.suspend());
        if (miss == Miss.LOAD) {
            arguments[1] = looking.inLane(arguments[1]);
        }
        return looking;
    }

    private @Nullable Object replayed(KeyedCache cache, Replaying replaying, @Nullable Object[] arguments) {
        Object found = cache.replayed(replaying);
        if (found != null || miss == Miss.NOTHING) {
            return found;
        }
        Object made = miss == Miss.LOAD ? load(arguments[1], cache.key()) : arguments[1];
        if (made != null) {
            cache.put(made);
        }
        return miss == Miss.LOAD ? made : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var looking = (Looking) token;
        try {
            if (thrown != null && !looking.loaded) {
                looking.recording.partial("state: a Caffeine cache failed, which is not recorded yet: " + thrown);
                return null;
            }
            looking.cache.record(looking.recording, looking.startedNanos, looking.loaded ? null : result);
            Object made = looking.loaded ? result : miss == Miss.PUT && result == null ? arguments[1] : null;
            if (made != null) {
                looking.cache.put(made);
            }
        } catch (RuntimeException | Error e) {
            looking.recording.partial("state: " + e.getMessage());
        } finally {
            Scope.restore(looking.bound);
        }
        return null;
    }

    @SuppressWarnings("unchecked") // Caffeine's signature
    private static @Nullable Object load(@Nullable Object function, Object key) {
        return function == null ? null : ((Function<Object, @Nullable Object>) function).apply(key);
    }

    private static final class Looking {
        private final KeyedCache cache;
        private final Recording recording;
        private final long startedNanos;
        private final @Nullable Lane bound;

        /** Whether the application's own code was called to find the answer. */
        private volatile boolean loaded;

        Looking(KeyedCache cache, Recording recording, long startedNanos, @Nullable Lane bound) {
            this.cache = cache;
            this.recording = recording;
            this.startedNanos = startedNanos;
            this.bound = bound;
        }

        /** Returns the application's function, to be called in the lane of whoever asked the cache. */
        Function<Object, @Nullable Object> inLane(@Nullable Object function) {
            return key -> {
                loaded = true;
                Lane before = Scope.bind(cache.lane());
                try {
                    return load(function, key);
                } finally {
                    Scope.restore(before);
                }
            };
        }
    }
}
