package io.fluxrun.appjson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JDK type that has a canonical text. */
@SuppressWarnings("JavaUtilDate") // applications use it
record Scalar<T>(Class<T> type, Function<T, String> write, Function<String, T> read) {
    private static final Map<Class<?>, Scalar<?>> BY_CLASS = new LinkedHashMap<>();
    private static final Map<String, Scalar<?>> BY_NAME = new LinkedHashMap<>();

    static {
        add(Long.class, Long::valueOf);
        add(Short.class, Short::valueOf);
        add(Byte.class, Byte::valueOf);
        add(Float.class, Float::valueOf);
        add(Double.class, Double::valueOf);
        add(Character.class, text -> text.charAt(0));
        add(BigDecimal.class, BigDecimal::new);
        add(BigInteger.class, BigInteger::new);
        add(UUID.class, UUID::fromString);
        add(URI.class, URI::create);
        add(Currency.class, Currency::getInstance);
        add(Instant.class, Instant::parse);
        add(LocalDate.class, LocalDate::parse);
        add(LocalTime.class, LocalTime::parse);
        add(LocalDateTime.class, LocalDateTime::parse);
        add(OffsetTime.class, OffsetTime::parse);
        add(OffsetDateTime.class, OffsetDateTime::parse);
        add(ZonedDateTime.class, ZonedDateTime::parse);
        add(Duration.class, Duration::parse);
        add(Period.class, Period::parse);
        add(Year.class, Year::parse);
        add(YearMonth.class, YearMonth::parse);
        add(MonthDay.class, MonthDay::parse);
        add(ZoneOffset.class, ZoneOffset::of);
        add(ZoneId.class, ZoneId::of);
        add(new Scalar<>(Locale.class, Locale::toLanguageTag, Locale::forLanguageTag));
        add(new Scalar<>(Date.class, date -> Long.toString(date.getTime()), text -> new Date(Long.parseLong(text))));
        add(new Scalar<>(
                java.sql.Date.class,
                date -> Long.toString(date.getTime()),
                text -> new java.sql.Date(Long.parseLong(text))));
        add(new Scalar<>(
                java.sql.Timestamp.class,
                stamp -> stamp.toInstant().toString(),
                text -> java.sql.Timestamp.from(Instant.parse(text))));
    }

    static @Nullable Scalar<?> of(Object object) {
        return object instanceof ZoneId && !(object instanceof ZoneOffset)
                ? BY_CLASS.get(ZoneId.class)
                : BY_CLASS.get(object.getClass());
    }

    static @Nullable Scalar<?> named(String type) {
        return BY_NAME.get(type);
    }

    String text(Object object) {
        return write.apply(type.cast(object));
    }

    Object parse(String text) {
        return read.apply(text);
    }

    private static <T> void add(Class<T> type, Function<String, T> read) {
        add(new Scalar<>(type, Object::toString, read));
    }

    private static void add(Scalar<?> scalar) {
        BY_CLASS.put(scalar.type(), scalar);
        BY_NAME.put(scalar.type().getName(), scalar);
    }
}
