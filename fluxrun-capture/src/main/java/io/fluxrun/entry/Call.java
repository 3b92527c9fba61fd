package io.fluxrun.entry;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A public method of a class that FluxRun is not compiled against. */
final class Call {
    private final MethodHandle handle;

    private Call(MethodHandle handle) {
        this.handle = handle;
    }

    /** @throws IllegalStateException if there is no such method; names it */
    static Call to(Class<?> type, String name, Class<?>... parameters) {
        try {
            return to(type.getMethod(name, parameters));
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(type.getName() + " has no method " + name, missing);
        }
    }

    static Call to(Method method) {
        try {
            MethodHandle handle = MethodHandles.publicLookup().unreflect(method);
            return new Call(
                    handle.asType(MethodType.genericMethodType(handle.type().parameterCount())));
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(method + " cannot be called", hidden);
        }
    }

    @Nullable
    Object on(Object target) {
        try {
            return (Object) handle.invokeExact(target);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    @Nullable
    Object on(Object target, Object argument) {
        try {
            return (Object) handle.invokeExact(target, argument);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    void on(Object target, Object first, @Nullable Object second) {
        try {
            Object ignored = (Object) handle.invokeExact(target, first, second);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }
}
