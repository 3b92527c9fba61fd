package io.fluxrun.boundary.http.message;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls methods of the application's classes, which FluxRun is not linked against. Thread-safe. */
public final class Members {
    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private Members() {}

    /** @throws Throwable what the method throws; {@link NoSuchMethodException} if there is none that takes the arguments */
    public static @Nullable Object call(Object target, String name, @Nullable Object... arguments) throws Throwable {
        var known = METHODS.get(target.getClass());
        var key = name + arguments.length;
        Method method = known.get(key);
        if (method == null || !takes(method, arguments)) {
            method = find(target.getClass(), name, arguments);
            known.put(key, method);
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Calls a static method. @throws Throwable as {@link #call} */
    public static @Nullable Object callStatic(Class<?> type, String name, @Nullable Object... arguments)
            throws Throwable {
        try {
            return find(type, name, arguments).invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Returns a new object. @throws Throwable what the constructor throws */
    public static Object create(Class<?> type, @Nullable Object... arguments) throws Throwable {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (takes(constructor, arguments) && constructor.trySetAccessible()) {
                try {
                    return constructor.newInstance(arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause() == null ? e : e.getCause();
                }
            }
        }
        throw new NoSuchMethodException("new " + type.getName());
    }

    private static Method find(Class<?> type, String name, @Nullable Object[] arguments) throws NoSuchMethodException {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                if (method.getName().equals(name) && takes(method, arguments) && method.trySetAccessible()) {
                    return method;
                }
            }
        }
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && takes(method, arguments) && method.trySetAccessible()) {
                return method;
            }
        }
        throw new NoSuchMethodException(type.getName() + "." + name);
    }

    private static boolean takes(Executable method, @Nullable Object[] arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length != arguments.length || method.isSynthetic()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (arguments[i] != null && !boxed(parameters[i]).isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }
}
