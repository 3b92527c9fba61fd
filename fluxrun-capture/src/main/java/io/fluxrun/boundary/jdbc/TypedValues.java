package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.sql.Array;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * SQL values in the form {@code {type, value}}. What the application or the driver may still change is
 * {@linkplain #hold held} as a copy or in its encoded form; what nobody can change is held as it is.
 */
final class TypedValues {
    static final String TYPE = "type";
    static final String VALUE = "value";
    static final String NULL = "null";
    static final String UNKNOWN = "unknown";

    private TypedValues() {}

    /** Returns an immutable stand-in: the object, a copy or a {@link Value}. */
    static @Nullable Object hold(@Nullable Object object) throws SQLException {
        if (object == null || object instanceof Value) {
            return object;
        }
        if (JavaType.of(object.getClass()) != null) {
            return JavaType.immutable(object);
        }
        if (object instanceof Array array) {
            return ArrayValues.encode(array);
        }
        if (object instanceof java.sql.Blob || object instanceof java.sql.Clob) {
            return LobValues.encode(object);
        }
        if (object instanceof Enum<?> constant) {
            return typed("enum", Value.of(constant.name()));
        }
        return VendorValues.encode(object);
    }

    /** Whether a {@link #hold held} value can be made again. */
    static boolean known(@Nullable Object held) {
        return !(held instanceof Value value && UNKNOWN.equals(value.get(TYPE).text()));
    }

    static Value encode(@Nullable Object held) {
        if (held == null) {
            return Value.fields().put(TYPE, NULL).build();
        }
        if (held instanceof Value value) {
            return value;
        }
        var type = JavaType.of(held.getClass());
        if (type == null) {
            throw new IllegalArgumentException("not held: " + held.getClass().getName());
        }
        return typed(type.label(), type.encode(held));
    }

    /** Returns the object again; {@code loader} knows the driver's own classes. */
    static @Nullable Object decode(Value typed, @Nullable ClassLoader loader) {
        String label = typed.get(TYPE).requireText();
        var type = JavaType.ofLabel(label);
        if (type != null) {
            return type.decode(typed.get(VALUE));
        }
        return switch (label) {
            case NULL -> null;
            case ArrayValues.TYPE -> ArrayValues.decode(typed, loader);
            case LobValues.BLOB, LobValues.CLOB -> LobValues.decode(typed);
            case VendorValues.TYPE -> VendorValues.decode(typed, loader);
            default -> throw new IllegalStateException("a value of type " + label + " cannot be made again");
        };
    }

    static Value typed(String type, Value value) {
        return Value.fields().put(TYPE, type).put(VALUE, value).build();
    }
}
