package io.fluxrun.boundary.jdbc;

import java.util.Calendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of the ways to read a column, the same on both sides, and the type that each returns. */
final class Accessors {
    private static final String GET_OBJECT = "getObject";

    private static final Map<String, JavaType> TYPES = Map.ofEntries(
            Map.entry("getString", JavaType.STRING),
            Map.entry("getNString", JavaType.STRING),
            Map.entry("getInt", JavaType.INT),
            Map.entry("getLong", JavaType.LONG),
            Map.entry("getShort", JavaType.SHORT),
            Map.entry("getByte", JavaType.BYTE),
            Map.entry("getBoolean", JavaType.BOOLEAN),
            Map.entry("getDouble", JavaType.DOUBLE),
            Map.entry("getFloat", JavaType.FLOAT),
            Map.entry("getBigDecimal", JavaType.DECIMAL),
            Map.entry("getBytes", JavaType.BYTES),
            Map.entry("getDate", JavaType.DATE),
            Map.entry("getTime", JavaType.TIME),
            Map.entry("getTimestamp", JavaType.TIMESTAMP));

    private static final ClassValue<String> BY_CLASS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return GET_OBJECT + ":" + type.getName();
        }
    };

    private Accessors() {}

    /** Returns the name of {@code getX(column, …)} with what its further argument changes. */
    static String name(String method, @Nullable Object[] arguments) {
        Object further = arguments.length > 1 ? arguments[1] : null;
        if (further instanceof Class<?> type) {
            return BY_CLASS.get(type);
        }
        if (further instanceof Calendar calendar) {
            return method + "@" + calendar.getTimeZone().getID();
        }
        return further instanceof Integer scale ? method + ":" + scale : method;
    }

    /** Returns the type that an accessor returns, {@code null} when that depends on the value. */
    static @Nullable JavaType type(String accessor, @Nullable JavaType columnType) {
        if (accessor.equals(GET_OBJECT) || accessor.equals(Cell.UNREAD)) {
            return columnType;
        }
        int end = 0;
        while (end < accessor.length() && Character.isLetter(accessor.charAt(end))) {
            end++;
        }
        String method = accessor.substring(0, end);
        return method.equals(GET_OBJECT) ? JavaType.ofClassName(accessor.substring(end + 1)) : TYPES.get(method);
    }

    /** Whether SQL NULL is read as a zero, so that it takes {@code wasNull} to see it. */
    static boolean primitive(String method) {
        return switch (method) {
            case "getInt", "getLong", "getShort", "getByte", "getBoolean", "getDouble", "getFloat" -> true;
            default -> false;
        };
    }

    /** What SQL NULL reads as. */
    static @Nullable Object ofNull(String accessor) {
        return switch (accessor) {
            case "getInt" -> 0;
            case "getLong" -> 0L;
            case "getShort" -> (short) 0;
            case "getByte" -> (byte) 0;
            case "getBoolean" -> false;
            case "getDouble" -> 0d;
            case "getFloat" -> 0f;
            default -> null;
        };
    }
}
