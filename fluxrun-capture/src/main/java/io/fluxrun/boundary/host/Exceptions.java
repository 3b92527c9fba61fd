package io.fluxrun.boundary.host;

import io.fluxrun.appjson.AppJson;
import io.fluxrun.appjson.AppJsonException;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a method threw, as data and back: type, message, cause, and the fields that the application's classes add. */
final class Exceptions {
    private static final String FIELDS = "fields";
    private static final int CAUSES = 8;

    private Exceptions() {}

    /** @param ofStage whether the method returned a future, and that failed */
    static Thrown describe(Throwable thrown, boolean ofStage) {
        return describe(thrown, ofStage, 0);
    }

    static boolean isOfStage(Thrown thrown) {
        return thrown.details().get(Encoded.COMPLETED).flag();
    }

    /** Returns what would be lost in a replay, {@code null} if nothing. */
    static @Nullable String lost(Thrown described, ClassLoader loader) {
        try {
            Thrown again = describe(rebuild(described, loader), isOfStage(described));
            return said(described).equals(said(again)) ? null : described.type() + " does not come back the same";
        } catch (AppJsonException | IllegalStateException unknown) {
            return unknown.getMessage();
        }
    }

    /** @throws IllegalStateException if it cannot be rebuilt; the message says which part */
    static Throwable rebuild(Thrown described, ClassLoader loader) {
        Throwable cause = described.cause() == null ? null : rebuild(described.cause(), loader);
        Throwable rebuilt = Construction.of(described, cause, loader);
        described.details().get(FIELDS).items().forEach(field -> restore(rebuilt, field, loader));
        rebuilt.setStackTrace(described.frames().stream().map(Exceptions::frame).toArray(StackTraceElement[]::new));
        return rebuilt;
    }

    private static Thrown describe(Throwable thrown, boolean ofStage, int depth) {
        Throwable cause = thrown.getCause();
        Value fields = fields(thrown);
        var details = Value.fields();
        if (ofStage) {
            details.put(Encoded.COMPLETED, Value.of(true));
        }
        if (!fields.items().isEmpty()) {
            details.put(FIELDS, fields);
        }
        return new Thrown(
                thrown.getClass().getName(),
                thrown.getMessage(),
                Thrown.of(thrown).frames(),
                ofStage || !fields.items().isEmpty() ? details.build() : Value.NULL,
                cause == null || cause == thrown || depth >= CAUSES ? null : describe(cause, false, depth + 1));
    }

    /** Fields of the JDK's classes are told by message and cause. */
    private static Value fields(Throwable thrown) {
        var fields = new ArrayList<Value>();
        for (Class<?> type = thrown.getClass(); isApplications(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields.add(Value.fields()
                            .put("class", type.getName())
                            .put("name", field.getName())
                            .put("value", value(field, thrown))
                            .build());
                }
            }
        }
        return Value.list(fields);
    }

    private static Value value(Field field, Throwable thrown) {
        String path = thrown.getClass().getName() + "." + field.getName();
        try {
            field.setAccessible(true);
            return AppJson.encode(field.get(thrown), path);
        } catch (AppJsonException unknown) {
            return Value.fields().put("unknown", unknown.getMessage()).build();
        } catch (IllegalAccessException | RuntimeException closed) {
            return Value.fields().put("unknown", path + " cannot be read").build();
        }
    }

    private static void restore(Throwable rebuilt, Value field, ClassLoader loader) {
        String unknown = field.get("value").get("unknown").text();
        if (unknown != null) {
            throw new IllegalStateException(unknown);
        }
        String name = field.get("name").requireText();
        try {
            for (Class<?> type = rebuilt.getClass(); isApplications(type); type = type.getSuperclass()) {
                if (type.getName().equals(field.get("class").text())) {
                    Field target = type.getDeclaredField(name);
                    target.setAccessible(true);
                    target.set(rebuilt, AppJson.decodeAs(field.get("value"), target.getGenericType(), loader));
                }
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException(rebuilt.getClass().getName() + "." + name + " cannot be restored: " + e, e);
        }
    }

    private static boolean isApplications(Class<?> type) {
        return type.getClassLoader() != null && type.getClassLoader() != ClassLoader.getPlatformClassLoader();
    }

    private static Thrown said(Thrown thrown) {
        Thrown cause = thrown.cause();
        return new Thrown(
                thrown.type(), thrown.message(), List.of(), thrown.details(), cause == null ? null : said(cause));
    }

    private static StackTraceElement frame(String frame) {
        int method = frame.lastIndexOf('#');
        int line = frame.lastIndexOf(':');
        return method < 0 || line < method
                ? new StackTraceElement(frame, "", null, -1)
                : new StackTraceElement(
                        frame.substring(0, method),
                        frame.substring(method + 1, line),
                        null,
                        Integer.parseInt(frame.substring(line + 1)));
    }
}
