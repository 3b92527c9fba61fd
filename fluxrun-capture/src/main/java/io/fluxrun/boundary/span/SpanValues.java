package io.fluxrun.boundary.span;

import io.fluxrun.appjson.AppJson;
import io.fluxrun.appjson.AppJsonException;
import io.fluxrun.appjson.Weight;
import io.fluxrun.run.Value;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments and results as data, for people to read: what is large or no data is named instead. */
final class SpanValues {
    private static final int MOST = 4 * 1024;
    private static final int SPAN_BYTES = 256;

    /** Objects of these packages hold on to the whole framework, or compute when they are looked at. */
    private static final List<String> FRAMEWORKS = List.of(
            "java.io.",
            "java.sql.",
            "jakarta.",
            "javax.",
            "org.springframework.",
            "org.hibernate.",
            "org.apache.",
            "reactor.",
            "io.netty.",
            "io.fluxrun.");

    private SpanValues() {}

    static Value arguments(Method method, @Nullable Object[] arguments) {
        if (arguments.length == 0) {
            return Value.NULL;
        }
        var parameters = method.getParameters();
        var fields = Value.fields();
        for (int i = 0; i < arguments.length; i++) {
            // Without -parameters the compiler leaves arg0, arg1.
            String name = i < parameters.length ? parameters[i].getName() : "arg" + i;
            fields.put(name, encoded(arguments[i], name));
        }
        return fields.build();
    }

    static Value encoded(@Nullable Object object, String name) {
        if (object != null) {
            String type = object.getClass().getName();
            for (String framework : FRAMEWORKS) {
                if (type.startsWith(framework)) {
                    return left(type);
                }
            }
        }
        try {
            return AppJson.encode(object, name, MOST);
        } catch (AppJsonException noData) {
            return left(String.valueOf(noData.getMessage()));
        }
    }

    static long bytes(Value value) {
        return value.isNull() ? SPAN_BYTES : (long) SPAN_BYTES + Weight.of(value);
    }

    private static Value left(String what) {
        return Value.fields().put("notWritten", what).build();
    }
}
