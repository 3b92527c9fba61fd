package io.fluxrun.hook;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Finds the method that a hook was put into. */
public final class DeclaredMethods {
    private DeclaredMethods() {}

    /**
     * Returns the method of the class that {@code self} is of, or that the thread's class loader knows if there is none.
     *
     * @param type binary name of the class that declares the method
     * @param descriptor in the JVM's form
     * @throws ClassNotFoundException if there is no such class or method
     */
    public static Method find(@Nullable Object self, String type, String name, String descriptor)
            throws ClassNotFoundException {
        for (Method candidate : declaring(self, type).getDeclaredMethods()) {
            if (candidate.getName().equals(name)
                    && MethodType.methodType(candidate.getReturnType(), candidate.getParameterTypes())
                            .toMethodDescriptorString()
                            .equals(descriptor)) {
                return candidate;
            }
        }
        throw new ClassNotFoundException(type + " with " + name + descriptor);
    }

    private static Class<?> declaring(@Nullable Object self, String type) throws ClassNotFoundException {
        for (Class<?> next = self == null ? null : self.getClass(); next != null; next = next.getSuperclass()) {
            if (next.getName().equals(type)) {
                return next;
            }
        }
        // A static method, or an interface's own.
        ClassLoader loader = self == null ? null : self.getClass().getClassLoader();
        return Class.forName(
                type, false, loader == null ? Thread.currentThread().getContextClassLoader() : loader);
    }
}
