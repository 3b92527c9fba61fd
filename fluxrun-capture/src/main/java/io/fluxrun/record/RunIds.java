package io.fluxrun.record;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Ids that sort by time: {@code run_20261121T081500_k3f9a2}. */
final class RunIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 6;
    private static final int RADIX = 36;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunIds() {}

    static String at(Instant time) {
        var id = new StringBuilder("run_");
        TIME.formatTo(time, id);
        id.append('_');
        for (int i = 0; i < LENGTH; i++) {
            id.append(Character.forDigit(RANDOM.nextInt(RADIX), RADIX));
        }
        return id.toString();
    }
}
