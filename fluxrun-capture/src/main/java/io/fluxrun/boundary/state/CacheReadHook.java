package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.run.Value;
import org.jspecify.annotations.Nullable;

/** {@code get(key)} and {@code get(key, type)}. */
final class CacheReadHook extends StateHook {
    @Override
    Question question(Object self, @Nullable Object[] arguments) {
        return SpringCaches.of(self).question(self, arguments[0]);
    }

    @Override
    Value answer(Asked asked, @Nullable Object result) {
        if (result == null) {
            return CacheEntry.miss();
        }
        boolean wrapped = isWrapper(result.getClass());
        return CacheEntry.hit(wrapped ? SpringCaches.of(result).unwrap(result) : result);
    }

    @Override
    Object[] replayed(Object self, @Nullable Object[] arguments, Value answer) throws ReflectiveOperationException {
        if (!answer.get(CacheEntry.HIT).flag()) {
            return Hook.answer(null);
        }
        var caches = SpringCaches.of(self);
        Object value = caches.decode(answer.get(CacheEntry.VALUE));
        return Hook.answer(arguments.length > 1 ? value : caches.wrap(value));
    }

    private static boolean isWrapper(@Nullable Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (var parent : c.getInterfaces()) {
                if (parent.getName().equals("org.springframework.cache.Cache$ValueWrapper")) {
                    return true;
                }
            }
        }
        return false;
    }
}
