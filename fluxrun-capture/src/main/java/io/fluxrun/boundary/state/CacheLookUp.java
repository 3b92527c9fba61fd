package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A look-up of one key in a cache, and what happens if there is no value. */
final class CacheLookUp implements Hook {
    private final CacheKind kind;
    private final Miss miss;

    CacheLookUp(CacheKind kind, Miss miss) {
        this.kind = kind;
        this.miss = miss;
    }

    /** What a look-up does if there is no value. */
    enum Miss {
        NOTHING,
        /** Puts its second argument. */
        PUT,
        /** Puts what its second argument, the application's loader, returns. */
        LOAD
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        Object key = lane == null || self == null ? null : kind.key(arguments);
        if (lane == null || self == null || key == null) {
            return null;
        }
        if (lane.session() instanceof Replaying replaying) {
            try {
                return Hook.answer(replayed(KeyedCache.of(kind, lane, self, key), replaying, arguments));
            } catch (Throwable e) {
                return Hook.fail(e);
            }
        }
        if (!(lane.session() instanceof Recording recording)) {
            return null;
        }
        var cache = KeyedCache.of(kind, lane, self, key);
        var looking = new Looking(cache, recording, System.nanoTime(), Scope.suspend(), new CacheLane(lane));
        if (miss == Miss.LOAD && arguments[1] != null) {
            arguments[1] = kind.inLane(arguments[1], looking.lane);
        }
        return looking;
    }

    private @Nullable Object replayed(KeyedCache cache, Replaying replaying, @Nullable Object[] arguments)
            throws Throwable {
        var found = cache.replayed(replaying);
        if (!found.present() && miss == Miss.LOAD && arguments[1] != null) {
            Object loaded = kind.load(cache.cache(), cache.key(), arguments[1]);
            cache.put(kind.held(loaded));
            return loaded;
        }
        if (!found.present() && miss == Miss.PUT) {
            cache.put(Held.of(arguments[1]));
        }
        return kind.result(cache.cache(), found);
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var looking = (Looking) token;
        boolean loaded = looking.lane.loaded();
        try {
            if (thrown != null && !loaded) {
                looking.recording.partial("state: the cache " + kind.name(looking.cache.cache())
                        + " failed, which is not recorded yet: " + thrown);
                return null;
            }
            var found = loaded ? Held.ABSENT : kind.held(result);
            looking.cache.record(looking.recording, looking.startedNanos, found);
            if (loaded && thrown == null) {
                looking.cache.put(kind.held(result));
            } else if (!found.present() && miss == Miss.PUT) {
                looking.cache.put(Held.of(arguments[1]));
            }
        } catch (RuntimeException | Error e) {
            looking.recording.partial("state: " + e.getMessage());
        } finally {
            Scope.restore(looking.bound);
        }
        return null;
    }

    private record Looking(
            KeyedCache cache,
            Recording recording,
            long startedNanos,
            @Nullable Lane bound,
            CacheLane lane) {}
}
