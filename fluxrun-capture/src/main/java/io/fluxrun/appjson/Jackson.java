package io.fluxrun.appjson;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes a mapper of a version of Jackson that reads and writes fields: a getter may compute, or fetch lazily.
 *
 * @param root package below which the version lives
 */
record Jackson(String root) {
    // Joined at run time: when FluxRun's own Jackson is relocated, literals with its package are relocated too.
    private static final String TWO = String.join(".", "com", "fasterxml", "jackson");
    private static final Jackson THREE = new Jackson("tools.jackson");
    static final List<Jackson> VERSIONS = List.of(THREE, new Jackson(TWO));

    /** Returns a mapper of this version, {@code null} if the loader does not see (all of) it. */
    @Nullable
    Object mapper(ClassLoader loader) {
        try {
            return build(loader);
        } catch (ReflectiveOperationException | LinkageError absent) {
            return null;
        }
    }

    private Object build(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = databind(loader, "json.JsonMapper");
        Object builder = invoke(type, null, "builder");
        if (equals(THREE)) {
            UnaryOperator<Object> fieldsOnly = Jackson::fieldsOnly;
            call(builder, "changeDefaultVisibility", fieldsOnly);
            call(builder, "findAndAddModules", loader);
        } else {
            call(builder, "visibility", annotation(loader, "PropertyAccessor", "ALL"), visibility(loader, "NONE"));
            call(builder, "visibility", annotation(loader, "PropertyAccessor", "FIELD"), visibility(loader, "ANY"));
            call(builder, "visibility", annotation(loader, "PropertyAccessor", "CREATOR"), visibility(loader, "ANY"));
            call(builder, "addModules", invoke(type, null, "findModules", loader));
        }
        call(builder, "enable", feature(loader, "MapperFeature", "ALLOW_FINAL_FIELDS_AS_MUTATORS"));
        call(builder, "disable", feature(loader, "DeserializationFeature", "FAIL_ON_UNKNOWN_PROPERTIES"));
        call(builder, "disable", feature(loader, "SerializationFeature", "FAIL_ON_EMPTY_BEANS"));
        return call(builder, "build");
    }

    /** Calls a public method; its own exception comes back with its first line only, for Jackson's are long. */
    static Object call(Object target, String method, Object... arguments) throws ReflectiveOperationException {
        return invoke(target.getClass(), target, method, arguments);
    }

    private static Object fieldsOnly(Object checker) {
        try {
            ClassLoader loader = checker.getClass().getClassLoader();
            Object nothing = call(checker, "with", visibility(loader, "NONE"));
            Object fields = call(nothing, "withFieldVisibility", visibility(loader, "ANY"));
            return call(fields, "withCreatorVisibility", visibility(loader, "ANY"));
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @SuppressWarnings("NullAway") // a static method has no target
    private static Object invoke(Class<?> type, @Nullable Object target, String name, Object... arguments)
            throws ReflectiveOperationException {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && accepts(method, arguments)) {
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException failure) {
                    Throwable cause = failure.getTargetException();
                    throw new AppJsonException(
                            String.valueOf(cause.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                            cause);
                }
            }
        }
        throw new NoSuchMethodException(type.getName() + "." + name);
    }

    private static boolean accepts(Method method, Object[] arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns an array of one: the features are variable arguments. */
    private Object feature(ClassLoader loader, String type, String name) throws ReflectiveOperationException {
        Class<?> feature = databind(loader, type);
        Object array = Array.newInstance(feature, 1);
        Array.set(array, 0, constant(feature, name));
        return array;
    }

    private Class<?> databind(ClassLoader loader, String name) throws ReflectiveOperationException {
        return Class.forName(root + ".databind." + name, true, loader);
    }

    private static Object visibility(ClassLoader loader, String name) throws ReflectiveOperationException {
        return annotation(loader, "JsonAutoDetect$Visibility", name);
    }

    /** Jackson 3 kept the annotations of Jackson 2. */
    private static Object annotation(ClassLoader loader, String type, String name) throws ReflectiveOperationException {
        return constant(Class.forName(TWO + ".annotation." + type, true, loader), name);
    }

    private static Object constant(Class<?> type, String name) throws ReflectiveOperationException {
        return type.getField(name).get(null);
    }
}
