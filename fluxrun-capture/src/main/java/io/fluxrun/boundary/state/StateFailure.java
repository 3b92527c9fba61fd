package io.fluxrun.boundary.state;

import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Exceptions that say that state does not permit something: of the application's classes, whose constructors vary. */
final class StateFailure {
    private StateFailure() {}

    /** @throws IllegalStateException if it could not be made again */
    static Thrown described(Throwable thrown) {
        var texts = Value.fields();
        try {
            for (Field field : texts(thrown.getClass())) {
                if (field.get(thrown) instanceof String text) {
                    texts.put(field.getName(), text);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        var described = Thrown.of(thrown, texts.build());
        var again = rebuilt(described, thrown.getClass().getClassLoader());
        if (again.getClass() != thrown.getClass() || !Objects.equals(again.getMessage(), thrown.getMessage())) {
            throw new IllegalStateException(thrown.getClass().getName() + " cannot be made again");
        }
        return described;
    }

    static Throwable rebuilt(Thrown thrown, @Nullable ClassLoader loader) {
        try {
            var type = Class.forName(thrown.type(), true, loader).asSubclass(Throwable.class);
            var again = withoutItsConstructor(type).newInstance(thrown.message());
            for (Field field : texts(type)) {
                String text = thrown.details().get(field.getName()).text();
                if (text != null) {
                    field.set(again, text);
                }
            }
            return (Throwable) again;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return new IllegalStateException(thrown.type() + ": " + thrown.message(), e);
        }
    }

    /** As deserialisation does it: the nearest constructor of the JDK's that takes a message. */
    private static Constructor<?> withoutItsConstructor(Class<?> type) throws ReflectiveOperationException {
        Class<?> jdk = type;
        while (jdk.getClassLoader() != null) {
            jdk = jdk.getSuperclass();
        }
        var base = jdk.getConstructor(String.class);
        if (jdk == type) {
            return base;
        }
        Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
        return (Constructor<?>) factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                .invoke(factory.getMethod("getReflectionFactory").invoke(null), type, base);
    }

    /** Returns the text fields of the classes that are not the JDK's. */
    private static List<Field> texts(Class<?> type) {
        var texts = new ArrayList<Field>();
        for (Class<?> c = type; c.getClassLoader() != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getType() == String.class && !Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    texts.add(field);
                }
            }
        }
        return texts;
    }
}
