package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A look-up of many keys in a Caffeine cache: as many questions, so that another set of keys still finds its answers. */
final class CaffeineLookUps implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null || self == null || !(arguments[0] instanceof Iterable<?> asked)) {
            return null;
        }
        // It may be read once only.
        var keys = new LinkedHashSet<Object>();
        for (Object key : asked) {
            keys.add(key);
        }
        arguments[0] = keys;
        if (keys.contains(null)) {
            return null;
        }
        if (lane.session() instanceof Replaying replaying) {
            try {
                return Hook.answer(replayed(lane, self, keys, replaying));
            } catch (RuntimeException | Error e) {
                return Hook.fail(e);
            }
        }
        return lane.session() instanceof Recording recording
                ? new Looking(lane, recording, keys, System.nanoTime(), Scope.suspend())
                : null;
    }

    private static Map<Object, Object> replayed(Lane lane, Object cache, Set<Object> keys, Replaying replaying) {
        var found = new LinkedHashMap<Object, Object>();
        for (Object key : keys) {
            Object value = KeyedCache.of(lane, cache, key).replayed(replaying);
            if (value != null) {
                found.put(key, value);
            }
        }
        return Collections.unmodifiableMap(found);
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
            if (self != null && result instanceof Map<?, ?> found) {
                for (Object key : looking.keys) {
                    KeyedCache.of(looking.lane, self, key)
                            .record(looking.recording, looking.startedNanos, found.get(key));
                }
            }
        } catch (RuntimeException | Error e) {
            looking.recording.partial("state: " + e.getMessage());
        } finally {
            Scope.restore(looking.bound);
        }
        return null;
    }

    private record Looking(
            Lane lane,
            Recording recording,
            Set<Object> keys,
            long startedNanos,
            @Nullable Lane bound) {}
}
