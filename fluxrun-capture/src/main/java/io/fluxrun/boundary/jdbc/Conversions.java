package io.fluxrun.boundary.jdbc;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversions between Java types that every driver agrees on, where nothing is lost. */
final class Conversions {
    private Conversions() {}

    /** Returns the value as another type, {@code null} when drivers may differ. */
    static @Nullable Object convert(Object value, JavaType wanted) {
        if (wanted.javaClass() == value.getClass()) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number, wanted);
        }
        return switch (wanted) {
            case STRING -> value instanceof UUID ? value.toString() : null;
            case LOCAL_DATE -> value instanceof Date date ? date.toLocalDate() : null;
            case LOCAL_TIME -> value instanceof Time time ? time.toLocalTime() : null;
            case LOCAL_DATE_TIME -> value instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : null;
            case DATE -> value instanceof LocalDate date ? Date.valueOf(date) : null;
            case TIME ->
                value instanceof LocalTime time && time.equals(time.truncatedTo(ChronoUnit.SECONDS))
                        ? Time.valueOf(time)
                        : null;
            case TIMESTAMP -> value instanceof LocalDateTime dateTime ? Timestamp.valueOf(dateTime) : null;
            default -> null;
        };
    }

    private static @Nullable Object number(Number number, JavaType wanted) {
        if (number instanceof Double || number instanceof Float) {
            return wanted == JavaType.DOUBLE && number instanceof Float ? (Object) number.doubleValue() : null;
        }
        var exact = new BigDecimal(number.toString());
        try {
            return switch (wanted) {
                case INT -> exact.intValueExact();
                case LONG -> exact.longValueExact();
                case SHORT -> exact.shortValueExact();
                case BYTE -> exact.byteValueExact();
                case DECIMAL -> exact;
                case INTEGER -> exact.toBigIntegerExact();
                case STRING -> exact.toPlainString();
                default -> null;
            };
        } catch (ArithmeticException e) {
            // It would not fit: what the driver does then is the driver's own.
            return null;
        }
    }
}
