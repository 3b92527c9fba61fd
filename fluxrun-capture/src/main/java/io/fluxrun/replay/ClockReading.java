package io.fluxrun.replay;

import io.fluxrun.run.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** The point in time that a recorded clock reading stands for. */
final class ClockReading {
    private ClockReading() {}

    /** Returns {@code null} for readings that name none, such as a date or a year. */
    static @Nullable Instant instant(Value value, ZoneId zone) {
        if (value instanceof Value.Num number) {
            return Instant.ofEpochMilli(number.number().longValue());
        }
        var text = value.text();
        if (text == null) {
            return null;
        }
        try {
            return instant(
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from), zone);
        } catch (DateTimeException noPointInTime) {
            return null;
        }
    }

    private static Instant instant(TemporalAccessor parsed, ZoneId zone) {
        return parsed instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(parsed);
    }
}
