package io.fluxrun.boundary.host;

import io.fluxrun.run.Thrown;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an exception of the recorded class by a constructor that takes a message, a cause, both or nothing. */
final class Construction {
    private static final List<List<Class<?>>> FORMS = List.of(
            List.of(String.class, Throwable.class),
            List.of(String.class),
            List.of(Throwable.class),
            List.of(),
            List.of(Throwable.class, String.class));

    private Construction() {}

    /** @throws IllegalStateException if no such constructor makes what was recorded */
    static Throwable of(Thrown described, @Nullable Throwable cause, ClassLoader loader) {
        Class<?> type = type(described.type(), loader);
        for (var form : FORMS) {
            Throwable made = made(type, form, described.message(), cause);
            if (made != null && Objects.equals(made.getMessage(), described.message()) && made.getCause() == cause) {
                return made;
            }
        }
        throw new IllegalStateException(described.type() + " has no constructor of a message and a cause that makes "
                + "the exception with the message \"" + described.message() + "\"");
    }

    private static Class<?> type(String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (Throwable.class.isAssignableFrom(type)) {
                return type;
            }
            throw new IllegalStateException(name + " is no exception");
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException(name + " is not on the class path", e);
        }
    }

    private static @Nullable Throwable made(
            Class<?> type, List<Class<?>> form, @Nullable String message, @Nullable Throwable cause) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(form.toArray(new Class<?>[0]));
            if (!constructor.canAccess(null)) {
                constructor.setAccessible(true);
            }
            var arguments = new @Nullable Object[form.size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = form.get(i) == String.class ? message : cause;
            }
            var made = (Throwable) constructor.newInstance(arguments);
            if (cause != null && made.getCause() == null) {
                made.initCause(cause);
            }
            return made;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            // Another constructor may do.
            return null;
        }
    }
}
