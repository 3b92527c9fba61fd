package io.fluxrun.junit;

import io.fluxrun.junit.application.Application;
import io.fluxrun.replay.ReplaySession;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Value;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A recorded call of a method, made again on a target of today. */
final class MethodEntry implements RecordedEntry {
    private final Method method;
    private final Object target;
    private final Object[] arguments;

    private MethodEntry(Method method, Object target, Object[] arguments) {
        this.method = method;
        this.target = target;
        this.arguments = arguments;
    }

    /** Finds method and target. @throws IllegalStateException if one of them is not there; says what is missing */
    static MethodEntry of(Entry entry, @Nullable Application application, ExtensionContext context) {
        var request = entry.request();
        var type = load(request.get("type").requireText(), context);
        var parameters = request.get("parameters").items().stream()
                .map(Value::requireText)
                .toList();
        var method = method(type, request.get("method").requireText(), parameters);
        var arguments = Encoding.arguments(request.get("arguments").items(), method);
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return new MethodEntry(method, isStatic ? type : Target.find(type, application, context), arguments);
    }

    @Override
    public Ended replay(ReplaySession session) {
        session.entered(method.getDeclaringClass().getName() + "#" + method.getName());
        return new CalledEntry(() -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException thrown) {
                        return rethrow(thrown.getTargetException());
                    }
                })
                .replay(session);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> Object rethrow(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static Class<?> load(String type, ExtensionContext context) {
        try {
            return Class.forName(type, true, context.getRequiredTestClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "FluxRun: the recorded entry's class " + type
                            + " is not on the test's class path; if it was renamed, take a Replay parameter and call invoke",
                    e);
        }
    }

    private static Method method(Class<?> type, String name, List<String> parameters) {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (var method : declaring.getDeclaredMethods()) {
                var types = Arrays.stream(method.getParameterTypes())
                        .map(Class::getName)
                        .toList();
                if (method.getName().equals(name) && types.equals(parameters) && !method.isBridge()) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        throw new IllegalStateException("FluxRun: the recorded entry " + type.getName() + "#" + name + parameters
                + " is gone; if it was renamed, take a Replay parameter and call invoke");
    }
}
