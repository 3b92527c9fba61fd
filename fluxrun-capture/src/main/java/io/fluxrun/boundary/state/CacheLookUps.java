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

/**
 * A look-up of many keys in a cache: as many questions, so that another set of keys still finds its answers. Caffeine's
 * takes keys and returns a map; from 3.3 on it fills a map of the keys, and returns how many have no value.
 */
record CacheLookUps(CacheKind kind) implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null || self == null || arguments[0] == null) {
            return null;
        }
        var keys = keys(arguments);
        if (keys.contains(null)) {
            return null;
        }
        if (lane.session() instanceof Replaying replaying) {
            try {
                return Hook.answer(replayed(lane, self, keys, replaying, arguments));
            } catch (RuntimeException | Error e) {
                return Hook.fail(e);
            }
        }
        return lane.session() instanceof Recording recording
                ? new Looking(lane, recording, keys, System.nanoTime(), Scope.suspend())
                : null;
    }

    private static Set<Object> keys(@Nullable Object[] arguments) {
        var keys = new LinkedHashSet<Object>();
        if (arguments[0] instanceof Map<?, ?> filled) {
            keys.addAll(filled.keySet());
        } else if (arguments[0] instanceof Iterable<?> asked) {
            asked.forEach(keys::add);
            arguments[0] = keys; // the application's may be read once only
        }
        return keys;
    }

    private Object replayed(
            Lane lane, Object cache, Set<Object> keys, Replaying replaying, @Nullable Object[] arguments) {
        var found = new LinkedHashMap<Object, Object>();
        for (Object key : keys) {
            var held = KeyedCache.of(kind, lane, cache, key).replayed(replaying);
            if (held.value() != null) {
                found.put(key, held.value());
            }
        }
        if (!(arguments[0] instanceof Map<?, ?>)) {
            return Collections.unmodifiableMap(found);
        }
        @SuppressWarnings("unchecked") // Caffeine's signature
        var filled = (Map<Object, Object>) arguments[0];
        if (!Boolean.TRUE.equals(arguments[1])) {
            filled.keySet().retainAll(found.keySet());
        }
        filled.putAll(found);
        return keys.size() - found.size();
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
            if (self != null && (result instanceof Map<?, ?> ? result : arguments[0]) instanceof Map<?, ?> found) {
                for (Object key : looking.keys) {
                    KeyedCache.of(kind, looking.lane, self, key)
                            .record(looking.recording, looking.startedNanos, Held.ofNullable(found.get(key)));
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
