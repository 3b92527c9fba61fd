package io.fluxrun.reentry;

import io.fluxrun.appjson.AppJson;
import io.fluxrun.run.Value;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a method takes and returns, as data: the recorder writes it the same way. */
final class Encoding {
    private Encoding() {}

    static Value result(@Nullable Object returned) {
        return AppJson.encode(returned, "result");
    }

    @SuppressWarnings("NullAway") // an argument may be null
    static Object[] arguments(List<Value> recorded, Method method) {
        var types = method.getParameterTypes();
        if (recorded.size() != types.length) {
            throw new IllegalStateException("FluxRun: the fixture has " + recorded.size() + " arguments for " + method);
        }
        var loader = method.getDeclaringClass().getClassLoader();
        var arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = AppJson.decode(recorded.get(i), types[i].getName(), loader);
        }
        return arguments;
    }
}
