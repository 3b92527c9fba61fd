package io.fluxrun.boundary.span;

import io.fluxrun.hook.DeclaredMethods;
import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One method whose calls are spans. A method that is annotated and named too has one span for each call. */
final class SpanMethod implements Hook {
    static final String ANNOTATION = "io.fluxrun.Span";

    private final boolean annotated;
    private final String type;
    private final String method;
    private final String descriptor;
    private volatile @Nullable Known known;

    SpanMethod(boolean annotated, String type, String method, String descriptor) {
        this.annotated = annotated;
        this.type = type;
        this.method = method;
        this.descriptor = descriptor;
    }

    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments)
            throws ReflectiveOperationException {
        Lane lane = Scope.current();
        var trail = lane == null || lane.isShadow() ? null : lane.session().trail();
        if (lane == null || trail == null) {
            return null;
        }
        var called = known;
        if (called == null) {
            called = find(self);
            known = called;
        }
        return called.isMeant ? SpanCall.begin(lane, trail, called.name, called.method, arguments) : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        ((SpanCall) token).returned(result, thrown);
        return null;
    }

    private Known find(@Nullable Object self) throws ReflectiveOperationException {
        Method declared = DeclaredMethods.find(self, type, method, descriptor);
        var annotation = annotation(declared.getDeclaringClass(), declared);
        var given = annotation == null
                ? ""
                : String.valueOf(annotation.annotationType().getMethod("name").invoke(annotation));
        var simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "#" + method;
        return new Known(declared, given.isBlank() ? simple : given, annotated == (annotation != null));
    }

    /** Finds the nearest mark: the method's own, or that of one it implements or overrides. */
    private static @Nullable Annotation annotation(Class<?> type, Method method) {
        for (Method same : type.getDeclaredMethods()) {
            if (same.getName().equals(method.getName())
                    && same.getParameterCount() == method.getParameterCount()
                    && accepts(same, method)) {
                for (Annotation annotation : same.getDeclaredAnnotations()) {
                    if (annotation.annotationType().getName().equals(ANNOTATION)) {
                        return annotation;
                    }
                }
            }
        }
        Annotation above = type.getSuperclass() == null ? null : annotation(type.getSuperclass(), method);
        for (Class<?> parent : type.getInterfaces()) {
            above = above == null ? annotation(parent, method) : above;
        }
        return above;
    }

    /** A type parameter's place may be taken by any class. */
    private static boolean accepts(Method above, Method below) {
        var types = Arrays.asList(below.getParameterTypes()).iterator();
        for (Class<?> parameter : above.getParameterTypes()) {
            if (!parameter.isAssignableFrom(types.next())) {
                return false;
            }
        }
        return true;
    }

    private record Known(Method method, String name, boolean isMeant) {}
}
