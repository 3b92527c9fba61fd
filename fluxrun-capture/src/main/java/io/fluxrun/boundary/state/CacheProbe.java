package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A method that says whether there is a value for a key.
 *
 * @param removes whether there is none afterwards
 */
record CacheProbe(CacheKind kind, boolean removes) implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null || self == null || arguments[0] == null) {
            return null;
        }
        if (lane.session() instanceof Replaying replaying) {
            try {
                var cache = KeyedCache.of(kind, lane, self, arguments[0]);
                boolean there = cache.isThere(replaying);
                removed(cache);
                return Hook.answer(there);
            } catch (RuntimeException | Error e) {
                return Hook.fail(e);
            }
        }
        return lane.session() instanceof Recording recording
                ? new Probing(
                        KeyedCache.of(kind, lane, self, arguments[0]), recording, System.nanoTime(), Scope.suspend())
                : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var probing = (Probing) token;
        try {
            if (result instanceof Boolean there) {
                probing.cache.recordPresence(probing.recording, probing.startedNanos, there);
                removed(probing.cache);
            }
        } catch (RuntimeException | Error e) {
            probing.recording.partial("state: " + e.getMessage());
        } finally {
            Scope.restore(probing.bound);
        }
        return null;
    }

    private void removed(KeyedCache cache) {
        if (removes) {
            cache.put(Held.ABSENT);
        }
    }

    private record Probing(
            KeyedCache cache,
            Recording recording,
            long startedNanos,
            @Nullable Lane bound) {}
}
