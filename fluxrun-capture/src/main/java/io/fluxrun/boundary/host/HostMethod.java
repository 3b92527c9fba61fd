package io.fluxrun.boundary.host;

import io.fluxrun.run.Value;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A method whose calls are exchanges.
 *
 * @param type binary name of the type that declares it to be one
 * @param parameters their types, with their names where the compiler kept them: masks go by names
 * @param result as the source has it, with its type arguments
 * @param loader that knows the application's classes
 */
record HostMethod(
        String type,
        String name,
        List<Value> parameters,
        Type result,
        Class<?> rawResult,
        boolean write,
        ClassLoader loader) {

    static HostMethod of(Class<?> type, Method method, boolean write, @Nullable Object self) {
        return new HostMethod(
                type.getName(),
                method.getName(),
                Arrays.stream(method.getParameters()).map(HostMethod::described).toList(),
                method.getGenericReturnType(),
                method.getReturnType(),
                write,
                loader(type, self));
    }

    /** Returns how lists and messages call it: {@code PaymentGateway#charge}. */
    String operation() {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "#" + name;
    }

    Value request(List<Value> arguments) {
        return Value.fields()
                .put("type", type)
                .put("method", name)
                .put("parameters", Value.list(parameters))
                .put("arguments", Value.list(arguments))
                .build();
    }

    boolean isVoid() {
        return rawResult == void.class;
    }

    /** Whether the method answers later: a {@code Future} may be one that tells when it is complete. */
    boolean isStage() {
        return CompletionStage.class.isAssignableFrom(rawResult) || rawResult == Future.class;
    }

    private static Value described(Parameter parameter) {
        String type = parameter.getType().getName();
        return parameter.isNamePresent()
                ? Value.fields()
                        .put("type", type)
                        .put("name", parameter.getName())
                        .build()
                : Value.of(type);
    }

    private static ClassLoader loader(Class<?> type, @Nullable Object self) {
        ClassLoader own = self == null ? null : self.getClass().getClassLoader();
        ClassLoader declared = own == null ? type.getClassLoader() : own;
        ClassLoader context = declared == null ? Thread.currentThread().getContextClassLoader() : declared;
        return context == null ? ClassLoader.getSystemClassLoader() : context;
    }
}
