package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Java types that SQL values are bound and read as, with their exact form in a fixture. */
@SuppressWarnings({"ImmutableEnumChecker", "JavaUtilDate"}) // functions without state; old dates are JDBC's
enum JavaType {
    STRING("string", String.class, Value::of, Value::requireText),
    INT("int", Integer.class, i -> Value.of(i.longValue()), v -> (int) v.asLong()),
    LONG("long", Long.class, l -> Value.of(l.longValue()), Value::asLong),
    SHORT("short", Short.class, s -> Value.of(s.longValue()), v -> (short) v.asLong()),
    BYTE("byte", Byte.class, b -> Value.of(b.longValue()), v -> (byte) v.asLong()),
    BOOLEAN("boolean", Boolean.class, b -> Value.of(b.booleanValue()), Value::flag),
    DOUBLE("double", Double.class, d -> floating(d.toString()), v -> Double.valueOf(number(v))),
    FLOAT("float", Float.class, f -> floating(f.toString()), v -> Float.valueOf(number(v))),
    DECIMAL("decimal", BigDecimal.class, Value::of, v -> new BigDecimal(number(v))),
    INTEGER("integer", BigInteger.class, i -> Value.of(new BigDecimal(i)), v -> new BigInteger(number(v))),
    BYTES("bytes", byte[].class, Value::of, JavaType::bytes),
    DATE("date", Date.class, JavaType::date, v -> local(v) ? Date.valueOf(v.requireText()) : new Date(v.asLong())),
    TIME("time", Time.class, JavaType::time, v -> local(v) ? Time.valueOf(v.requireText()) : new Time(v.asLong())),
    TIMESTAMP("timestamp", Timestamp.class, JavaType::timestamp, JavaType::timestamp),
    UTIL_DATE("utilDate", java.util.Date.class, d -> Value.of(d.getTime()), v -> new java.util.Date(v.asLong())),
    LOCAL_DATE("localDate", LocalDate.class, JavaType::text, v -> LocalDate.parse(v.requireText())),
    LOCAL_TIME("localTime", LocalTime.class, JavaType::text, v -> LocalTime.parse(v.requireText())),
    LOCAL_DATE_TIME("localDateTime", LocalDateTime.class, JavaType::text, v -> LocalDateTime.parse(v.requireText())),
    OFFSET_DATE_TIME(
            "offsetDateTime", OffsetDateTime.class, JavaType::text, v -> OffsetDateTime.parse(v.requireText())),
    OFFSET_TIME("offsetTime", OffsetTime.class, JavaType::text, v -> OffsetTime.parse(v.requireText())),
    ZONED_DATE_TIME("zonedDateTime", ZonedDateTime.class, JavaType::text, v -> ZonedDateTime.parse(v.requireText())),
    INSTANT("instant", Instant.class, JavaType::text, v -> Instant.parse(v.requireText())),
    UUID_("uuid", UUID.class, JavaType::text, v -> UUID.fromString(v.requireText()));

    private static final Map<Class<?>, JavaType> BY_CLASS = new HashMap<>();
    private static final Map<String, JavaType> BY_LABEL = new HashMap<>();

    static {
        for (var type : values()) {
            BY_CLASS.put(type.javaClass, type);
            BY_LABEL.put(type.label, type);
        }
    }

    private final String label;
    private final Class<?> javaClass;
    private final Function<Object, Value> encode;
    private final Function<Value, Object> decode;

    <T> JavaType(String label, Class<T> javaClass, Function<T, Value> encode, Function<Value, T> decode) {
        this.label = label;
        this.javaClass = javaClass;
        this.encode = object -> encode.apply(javaClass.cast(object));
        this.decode = decode::apply;
    }

    static @Nullable JavaType of(Class<?> javaClass) {
        return BY_CLASS.get(javaClass);
    }

    /** Returns the type that a column's or an accessor's class name stands for. */
    static @Nullable JavaType ofClassName(@Nullable String name) {
        for (var type : values()) {
            if (type.javaClass.getName().equals(name)) {
                return type;
            }
        }
        return null;
    }

    static @Nullable JavaType ofLabel(@Nullable String label) {
        return label == null ? null : BY_LABEL.get(label);
    }

    String label() {
        return label;
    }

    Class<?> javaClass() {
        return javaClass;
    }

    Value encode(Object object) {
        return encode.apply(object);
    }

    Object decode(Value value) {
        return decode.apply(value);
    }

    /** Returns the value itself when nobody can change it, else a copy. */
    static Object immutable(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        return value instanceof java.util.Date date ? date.clone() : value;
    }

    private static Value floating(String text) {
        // NaN, the infinities and negative zero have no JSON number.
        return text.endsWith("N") || text.endsWith("y") || text.equals("-0.0")
                ? Value.of(text)
                : Value.of(new BigDecimal(text));
    }

    private static String number(Value value) {
        return value instanceof Value.Num num ? num.number().toString() : value.requireText();
    }

    private static byte[] bytes(Value value) {
        byte[] bytes = value.bytes();
        // A fixture keeps bytes that are text as text.
        return bytes != null ? bytes : value.requireText().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Value text(Object object) {
        return Value.of(object.toString());
    }

    private static boolean local(Value value) {
        return value instanceof Value.Text;
    }

    private static Value date(Date date) {
        boolean midnight = Date.valueOf(date.toLocalDate()).getTime() == date.getTime();
        return midnight ? Value.of(date.toString()) : Value.of(date.getTime());
    }

    private static Value time(Time time) {
        boolean plain = Time.valueOf(time.toLocalTime()).getTime() == time.getTime();
        return plain ? Value.of(time.toString()) : Value.of(time.getTime());
    }

    private static Value timestamp(Timestamp timestamp) {
        return Value.of(timestamp.toInstant().toString());
    }

    private static Timestamp timestamp(Value value) {
        return Timestamp.from(Instant.parse(value.requireText()));
    }
}
