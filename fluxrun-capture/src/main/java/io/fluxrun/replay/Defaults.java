package io.fluxrun.replay;

import io.fluxrun.run.RunInfo;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;

/** The default zone and locale of a run. */
record Defaults(ZoneId zone, TimeZone timeZone, Locale locale) {
    static Defaults of(RunInfo run) {
        var zone = zone(run.zone());
        return new Defaults(zone, TimeZone.getTimeZone(zone), Locale.forLanguageTag(run.locale()));
    }

    /** A zone that this JDK does not know must not keep the whole run from being replayed. */
    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
