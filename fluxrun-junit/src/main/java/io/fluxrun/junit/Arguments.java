package io.fluxrun.junit;

import io.fluxrun.run.Value;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recorded arguments as today's method takes them. */
final class Arguments {
    private Arguments() {}

    static Object[] decode(List<Value> recorded, Method method) {
        var types = method.getParameterTypes();
        var arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = decode(recorded.get(i), types[i]);
        }
        return arguments;
    }

    @SuppressWarnings("NullAway")
    private static @Nullable Object decode(Value value, Class<?> type) {
        if (value.isNull()) {
            return null;
        }
        if (type == String.class) {
            return value.text();
        }
        if (type == int.class || type == Integer.class) {
            return (int) value.asLong();
        }
        if (type == long.class || type == Long.class) {
            return value.asLong();
        }
        throw new IllegalStateException(
                "FluxRun: an argument of type " + type.getName() + " cannot be made from " + value);
    }
}
