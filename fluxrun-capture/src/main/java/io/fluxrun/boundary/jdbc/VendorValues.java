package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import org.jspecify.annotations.Nullable;

/**
 * Values of a driver's own classes: PostgreSQL's {@code PGobject} and its subclasses (json, inet, enums, intervals),
 * which are a type name and a text.
 */
final class VendorValues {
    static final String TYPE = "object";

    private static final String PG_OBJECT = "org.postgresql.util.PGobject";

    private VendorValues() {}

    static Value encode(Object object) {
        var type = object.getClass();
        if (isPgObject(type)) {
            try {
                return Value.fields()
                        .put(TypedValues.TYPE, TYPE)
                        .put("class", type.getName())
                        .put("name", (String) type.getMethod("getType").invoke(object))
                        .put(TypedValues.VALUE, (String)
                                type.getMethod("getValue").invoke(object))
                        .build();
            } catch (ReflectiveOperationException e) {
                return unknown(type);
            }
        }
        return unknown(type);
    }

    static Object decode(Value typed, @Nullable ClassLoader loader) {
        String name = typed.get("class").requireText();
        try {
            Class<?> type = Class.forName(name, true, loader);
            Object object = type.getConstructor().newInstance();
            type.getMethod("setType", String.class)
                    .invoke(object, typed.get("name").requireText());
            type.getMethod("setValue", String.class)
                    .invoke(object, typed.get(TypedValues.VALUE).text());
            return object;
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException(
                    "a recorded " + name + " cannot be made again: is its driver on the path?", e);
        }
    }

    private static Value unknown(Class<?> type) {
        return TypedValues.typed(TypedValues.UNKNOWN, Value.of("an object of " + type.getName()));
    }

    private static boolean isPgObject(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (c.getName().equals(PG_OBJECT)) {
                return true;
            }
        }
        return false;
    }
}
