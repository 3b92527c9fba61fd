package io.fluxrun.reentry;

import io.fluxrun.replay.ReplaySession;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Value;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
    static MethodEntry of(Entry entry, ClassLoader loader, Function<Class<?>, Object> targets) {
        var request = entry.request();
        var type = load(request.get("type").requireText(), loader);
        var parameters = request.get("parameters").items().stream()
                .map(Value::requireText)
                .toList();
        var method = method(type, request.get("method").requireText(), parameters);
        var arguments = Encoding.arguments(request.get("arguments").items(), method);
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return new MethodEntry(method, isStatic ? type : targets.apply(type), arguments);
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

    private static Class<?> load(String type, ClassLoader loader) {
        try {
            return Class.forName(type, true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(MissingEntry.noClass(type, loader), e);
        }
    }

    private static Method method(Class<?> type, String name, List<String> parameters) {
        var methods = new ArrayList<Method>();
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (var method : declaring.getDeclaredMethods()) {
                if (method.isBridge() || method.isSynthetic()) {
                    continue;
                }
                if (method.getName().equals(name)
                        && MissingEntry.parameters(method).equals(parameters)) {
                    method.setAccessible(true);
                    return method;
                }
                methods.add(method);
            }
        }
        throw new IllegalStateException(MissingEntry.noMethod(type, name, parameters, methods));
    }
}
