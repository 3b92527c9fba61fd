package io.fluxrun.boundary.log;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Getters of the frameworks' types, which are the application's. */
final class Property {
    private static final ClassValue<Map<String, Method>> GETTERS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private Property() {}

    static @Nullable Object of(Object target, String getter) {
        try {
            return getter(target.getClass(), getter).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(getter + " of " + target.getClass().getName() + " failed", e);
        }
    }

    /** Returns the property as text, empty if it is null. */
    static String text(Object target, String getter) {
        return Objects.toString(of(target, getter), "");
    }

    private static Method getter(Class<?> type, String name) throws NoSuchMethodException {
        var known = GETTERS.get(type);
        var getter = known.get(name);
        if (getter == null) {
            getter = type.getMethod(name);
            getter.trySetAccessible();
            known.put(name, getter);
        }
        return getter;
    }
}
