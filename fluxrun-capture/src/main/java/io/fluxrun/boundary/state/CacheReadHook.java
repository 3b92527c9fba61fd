package io.fluxrun.boundary.state;

import io.fluxrun.appjson.AppJson;
import io.fluxrun.hook.Hook;
import io.fluxrun.run.Value;
import org.jspecify.annotations.Nullable;

/** {@code get(key)} and {@code get(key, type)}. */
final class CacheReadHook extends StateHook {
    static final String HIT = "hit";
    static final String VALUE = "value";

    @Override
    Question question(Object self, @Nullable Object[] arguments) {
        return SpringCaches.of(self).question(self, arguments[0]);
    }

    @Override
    Value answer(Asked asked, @Nullable Object result) {
        if (result == null) {
            return miss();
        }
        boolean wrapped = isWrapper(result.getClass());
        return hit(wrapped ? SpringCaches.of(result).unwrap(result) : result);
    }

    @Override
    Object[] replayed(Object self, @Nullable Object[] arguments, Value answer) throws ReflectiveOperationException {
        if (!answer.get(HIT).flag()) {
            return Hook.answer(null);
        }
        var caches = SpringCaches.of(self);
        Object value = caches.decode(answer.get(VALUE));
        return Hook.answer(arguments.length > 1 ? value : caches.wrap(value));
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
