package io.fluxrun.entry;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name that a method's {@code @CaptureRun} gives its runs; the annotation's class is the application's. */
final class AnnotatedName {
    private static final String ANNOTATION = "io.fluxrun.CaptureRun";

    private AnnotatedName() {}

    /** Returns the name given, else {@code com.acme.Orders#place}. */
    static String of(@Nullable Object self, String type, String method, List<String> parameters) {
        for (Class<?> next = self == null ? visible(type) : self.getClass();
                next != null;
                next = next.getSuperclass()) {
            if (next.getName().equals(type)) {
                String given = given(next, method, parameters);
                return given.isBlank() ? type + "#" + method : given;
            }
        }
        return type + "#" + method;
    }

    /** A static method tells nothing about its class loader. */
    private static @Nullable Class<?> visible(String type) {
        try {
            return Class.forName(type, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException | LinkageError elsewhere) {
            return null;
        }
    }

    private static String given(Class<?> type, String method, List<String> parameters) {
        for (Method candidate : type.getDeclaredMethods()) {
            var types = Arrays.stream(candidate.getParameterTypes())
                    .map(Class::getName)
                    .toList();
            if (candidate.getName().equals(method) && types.equals(parameters)) {
                for (Annotation annotation : candidate.getAnnotations()) {
                    if (annotation.annotationType().getName().equals(ANNOTATION)) {
                        return String.valueOf(
                                Call.to(annotation.annotationType(), "name").on(annotation));
                    }
                }
            }
        }
        return "";
    }
}
