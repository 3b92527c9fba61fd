package io.fluxrun.boundary.host;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what declares a method to be a boundary: its own annotation or name, or that of a supertype's. The annotation's
 * class is the application's.
 */
record Marks(Set<String> reads, Set<String> writes) {
    static final String ANNOTATION = "io.fluxrun.Boundary";
    static final Marks ANNOTATED = new Marks(Set.of(), Set.of());

    Marks {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }

    /** @param type that declares the method for all its implementations */
    record Found(Class<?> type, boolean write) {}

    /** Returns the nearest type that marks the method, {@code null} if none does. */
    @Nullable
    Found find(Class<?> declaring, Method method) {
        for (Class<?> type : upwards(declaring)) {
            Method same = same(type, method);
            Boolean write = same == null ? null : write(type, same);
            if (write != null) {
                return new Found(type, write);
            }
        }
        return null;
    }

    private @Nullable Boolean write(Class<?> type, Method method) {
        String name = type.getName() + "#" + method.getName();
        if (writes.contains(type.getName()) || writes.contains(name)) {
            return true;
        }
        if (reads.contains(type.getName()) || reads.contains(name)) {
            return false;
        }
        Boolean ofMethod = annotated(method);
        return ofMethod == null ? annotated(type) : ofMethod;
    }

    private static @Nullable Boolean annotated(AnnotatedElement element) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            if (annotation.annotationType().getName().equals(ANNOTATION)) {
                try {
                    return (Boolean)
                            annotation.annotationType().getMethod("write").invoke(annotation);
                } catch (ReflectiveOperationException older) {
                    return false;
                }
            }
        }
        return null;
    }

    /** A type parameter's place may be taken by any class. */
    private static @Nullable Method same(Class<?> type, Method method) {
        Method similar = null;
        for (Method candidate : type.getDeclaredMethods()) {
            if (candidate.getName().equals(method.getName())
                    && candidate.getParameterCount() == method.getParameterCount()) {
                if (java.util.Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes())) {
                    return candidate;
                }
                similar = accepts(candidate, method) ? candidate : similar;
            }
        }
        return similar;
    }

    private static boolean accepts(Method above, Method below) {
        for (int i = 0; i < above.getParameterCount(); i++) {
            if (!above.getParameterTypes()[i].isAssignableFrom(below.getParameterTypes()[i])) {
                return false;
            }
        }
        return true;
    }

    private static Set<Class<?>> upwards(Class<?> start) {
        var found = new LinkedHashSet<Class<?>>();
        var open = new ArrayDeque<Class<?>>();
        open.add(start);
        while (!open.isEmpty()) {
            Class<?> type = open.poll();
            if (found.add(type)) {
                Collections.addAll(open, type.getInterfaces());
                if (type.getSuperclass() != null) {
                    open.add(type.getSuperclass());
                }
            }
        }
        return found;
    }
}
