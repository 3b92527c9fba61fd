package io.fluxrun.boundary.time;

import io.fluxrun.hook.Call;
import io.fluxrun.run.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoLocalDate;
import java.util.Calendar;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What each clock method returns: how it is recorded, read back, and made from a point in time. */
final class Readings {
    static final Kind INSTANT = text(Instant::parse, ZonedDateTime::toInstant);
    private static final Kind MILLIS =
            new Kind(value -> value, Value::asLong, time -> time.toInstant().toEpochMilli());

    /** A calendar is mutable and has a locale's rules: only its time is recorded. */
    private static final Kind CALENDAR = new Kind(
            value -> ((Calendar) value).getTimeInMillis(),
            Value::asLong,
            time -> time.toInstant().toEpochMilli());

    /** A date of any calendar system: the day is recorded, its calendar is the call's. */
    private static final Kind DATE = new Kind(
            value -> LocalDate.from((ChronoLocalDate) value),
            value -> LocalDate.parse(value.requireText()),
            ZonedDateTime::toLocalDate);

    private Readings() {}

    static Map<String, Call.Handler> byApi(Handling handling) {
        var kinds = new HashMap<String, Kind>();
        kinds.put("java.util.Date()", MILLIS);
        kinds.put("java.time.Clock.millis()", MILLIS);
        kinds.put("java.time.Clock.instant()", INSTANT);
        for (var parameters : new String[] {"", "TimeZone", "Locale", "TimeZone,Locale"}) {
            kinds.put("java.util.Calendar.getInstance(" + parameters + ")", CALENDAR);
            kinds.put("java.util.GregorianCalendar(" + parameters + ")", CALENDAR);
        }
        now(kinds, "Instant.now", INSTANT);
        now(kinds, "LocalDate.now", DATE);
        now(kinds, "LocalTime.now", text(LocalTime::parse, ZonedDateTime::toLocalTime));
        now(kinds, "LocalDateTime.now", text(LocalDateTime::parse, ZonedDateTime::toLocalDateTime));
        now(kinds, "ZonedDateTime.now", text(ZonedDateTime::parse, time -> time));
        now(kinds, "OffsetDateTime.now", text(OffsetDateTime::parse, ZonedDateTime::toOffsetDateTime));
        now(
                kinds,
                "OffsetTime.now",
                text(OffsetTime::parse, time -> time.toOffsetDateTime().toOffsetTime()));
        now(kinds, "Year.now", text(Year::parse, Year::from));
        now(kinds, "YearMonth.now", text(YearMonth::parse, YearMonth::from));
        now(kinds, "MonthDay.now", text(MonthDay::parse, MonthDay::from));
        now(kinds, "chrono.Chronology.dateNow", DATE);
        now(kinds, "chrono.AbstractChronology.dateNow", DATE);
        now(kinds, "chrono.IsoChronology.dateNow", DATE);
        for (var chronology : new String[] {"Hijrah", "Japanese", "Minguo", "ThaiBuddhist"}) {
            now(kinds, "chrono." + chronology + "Date.now", DATE);
            now(kinds, "chrono." + chronology + "Chronology.dateNow", DATE);
        }
        var handlers = new HashMap<String, Call.Handler>();
        kinds.forEach((api, kind) -> handlers.put(api, call -> handling.handle(call, kind)));
        return handlers;
    }

    private static void now(Map<String, Kind> kinds, String method, Kind kind) {
        for (var parameter : new String[] {"", "ZoneId", "Clock"}) {
            kinds.put("java.time." + method + "(" + parameter + ")", kind);
        }
    }

    private static Kind text(Function<String, Object> parse, Function<ZonedDateTime, Object> at) {
        return new Kind(value -> value, value -> parse.apply(value.requireText()), at);
    }

    interface Handling {
        @Nullable
        Object handle(Call call, Kind kind);
    }

    record Kind(Function<Object, Object> recorded, Function<Value, Object> parsed, Function<ZonedDateTime, Object> at) {
        Object immutable(Object real) {
            return recorded.apply(real);
        }

        /** Returns {@code null} for what this kind cannot have recorded: the site then counts as unknown. */
        @Nullable
        Object parse(Value value) {
            try {
                return parsed.apply(value);
            } catch (DateTimeException | IllegalStateException | ArithmeticException e) {
                return null;
            }
        }

        Object like(Object real, @Nullable Object answer, Supplier<ZonedDateTime> now) {
            var value = answer == null ? at.apply(now.get()) : answer;
            if (real instanceof Calendar calendar) {
                calendar.setTimeInMillis((Long) value);
                return calendar;
            }
            return real instanceof ChronoLocalDate date ? date.getChronology().date((LocalDate) value) : value;
        }
    }
}
