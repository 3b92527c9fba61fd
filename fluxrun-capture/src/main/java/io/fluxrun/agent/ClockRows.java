package io.fluxrun.agent;

import io.fluxrun.agent.CallRow.Answer;
import java.util.ArrayList;
import java.util.List;

/** Every way to read the time. */
final class ClockRows {
    private static final String SOURCE = "java/time/InstantSource";
    private static final String CALENDAR = "java/util/Calendar";
    private static final String GREGORIAN = "java/util/GregorianCalendar";
    private static final List<String> NOW = List.of(
            "LocalDate",
            "LocalTime",
            "LocalDateTime",
            "ZonedDateTime",
            "OffsetDateTime",
            "OffsetTime",
            "Year",
            "YearMonth",
            "MonthDay",
            "chrono/HijrahDate",
            "chrono/JapaneseDate",
            "chrono/MinguoDate",
            "chrono/ThaiBuddhistDate");
    private static final List<String[]> CHRONOLOGIES = List.of(
            new String[] {"chrono/Chronology", "chrono/ChronoLocalDate"},
            new String[] {"chrono/AbstractChronology", "chrono/ChronoLocalDate"},
            new String[] {"chrono/IsoChronology", "LocalDate"},
            new String[] {"chrono/HijrahChronology", "chrono/HijrahDate"},
            new String[] {"chrono/JapaneseChronology", "chrono/JapaneseDate"},
            new String[] {"chrono/MinguoChronology", "chrono/MinguoDate"},
            new String[] {"chrono/ThaiBuddhistChronology", "chrono/ThaiBuddhistDate"});
    private static final List<String> SOURCES = List.of("()", "(Ljava/time/ZoneId;)", "(Ljava/time/Clock;)");
    private static final List<String> CALENDARS =
            List.of("()", "(Ljava/util/TimeZone;)", "(Ljava/util/Locale;)", "(Ljava/util/TimeZone;Ljava/util/Locale;)");

    private ClockRows() {}

    static List<CallRow> all() {
        var rows = new ArrayList<CallRow>();
        rows.add(CallRow.written("java/lang/System", "currentTimeMillis()J", "", "currentTimeMillis"));
        rows.add(CallRow.written("java/lang/System", "nanoTime()J", "", "nanoTime"));
        rows.add(CallRow.written("java/util/Date", "<init>()V", "", "newDate"));
        for (var parameters : CALENDARS) {
            rows.add(CallRow.statics(CALENDAR, "getInstance" + parameters + "Ljava/util/Calendar;", Answer.VALUE));
            rows.add(CallRow.statics(GREGORIAN, "<init>" + parameters + "V", Answer.VALUE));
        }
        rows.add(CallRow.written("java/time/Instant", "now()Ljava/time/Instant;", "", "instant"));
        rows.add(CallRow.statics("java/time/Instant", "now(Ljava/time/Clock;)Ljava/time/Instant;", Answer.VALUE));
        for (var parameters : SOURCES) {
            for (var type : NOW) {
                var owner = "java/time/" + type;
                rows.add(CallRow.statics(owner, "now" + parameters + "L" + owner + ";", Answer.VALUE));
            }
            for (var chronology : CHRONOLOGIES) {
                var owner = "java/time/" + chronology[0];
                var method = "dateNow" + parameters + "Ljava/time/" + chronology[1] + ";";
                rows.add(CallRow.virtual(owner, method, owner, CallRow.api(owner, method), Answer.VALUE));
            }
        }
        for (var clock : List.of("java/time/Clock", SOURCE)) {
            rows.add(CallRow.virtual(
                    clock, "instant()Ljava/time/Instant;", SOURCE, "java.time.Clock.instant()", Answer.VALUE));
            rows.add(CallRow.virtual(clock, "millis()J", SOURCE, "java.time.Clock.millis()", Answer.VALUE));
        }
        return rows;
    }
}
