package io.fluxrun.boundary.state;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The application's {@code org.springframework.cache.Cache}, which may be of a class loader that FluxRun cannot see. */
final class SpringCaches {
    private static final ClassValue<SpringCaches> BY_CLASS = new ClassValue<>() {
        @Override
        protected SpringCaches computeValue(Class<?> type) {
            try {
                return new SpringCaches(type.getClassLoader());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("no Spring cache beside " + type.getName(), e);
            }
        }
    };

    private final ClassLoader loader;
    private final Method name;
    private final Method unwrapped;
    private final Constructor<?> wrapper;
    private final Constructor<?> loadFailure;

    private SpringCaches(ClassLoader loader) throws ReflectiveOperationException {
        this.loader = loader;
        name = load("Cache").getMethod("getName");
        unwrapped = load("Cache$ValueWrapper").getMethod("get");
        wrapper = load("support.SimpleValueWrapper").getConstructor(Object.class);
        loadFailure =
                load("Cache$ValueRetrievalException").getConstructor(Object.class, Callable.class, Throwable.class);
    }

    static SpringCaches of(Object cache) {
        return BY_CLASS.get(cache.getClass());
    }

    String name(Object cache) {
        return String.valueOf(invoke(name, cache));
    }

    ClassLoader loader() {
        return loader;
    }

    /** Returns what a wrapper holds. */
    @Nullable
    Object unwrap(Object valueWrapper) {
        return invoke(unwrapped, valueWrapper);
    }

    Object wrap(@Nullable Object value) throws ReflectiveOperationException {
        return wrapper.newInstance(value);
    }

    RuntimeException loadFailure(@Nullable Object key, @Nullable Object valueLoader, Throwable cause)
            throws ReflectiveOperationException {
        return (RuntimeException) loadFailure.newInstance(key, valueLoader, cause);
    }

    private static @Nullable Object invoke(Method method, Object target) {
        try {
            return method.invoke(target);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(method.getName() + " failed: " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Class<?> load(String type) throws ClassNotFoundException {
        return Class.forName("org.springframework.cache." + type, false, loader);
    }
}
