package io.fluxrun.agent;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** An application class that calls everything that is rewritten. */
final class Calling {
    private static final ZoneId ZONE = ZoneOffset.UTC;

    private Calling() {}

    static Map<String, Object> clocks() {
        var results = new LinkedHashMap<String, Object>();
        results.put("java.lang.System.currentTimeMillis()", System.currentTimeMillis());
        results.put("java.lang.System.nanoTime()", System.nanoTime());
        results.put("java.util.Date()", new Date());
        results.put("java.time.Instant.now()", Instant.now());
        results.put("java.time.Instant.now(Clock)", Instant.now(Clock.systemUTC()));
        results.put("java.time.LocalDate.now()", LocalDate.now());
        results.put("java.time.LocalDate.now(ZoneId)", LocalDate.now(ZONE));
        results.put("java.time.LocalDate.now(Clock)", LocalDate.now(Clock.systemUTC()));
        results.put("java.time.LocalTime.now()", LocalTime.now());
        results.put("java.time.LocalTime.now(ZoneId)", LocalTime.now(ZONE));
        results.put("java.time.LocalDateTime.now()", LocalDateTime.now());
        results.put("java.time.LocalDateTime.now(ZoneId)", LocalDateTime.now(ZONE));
        results.put("java.time.ZonedDateTime.now()", ZonedDateTime.now());
        results.put("java.time.ZonedDateTime.now(ZoneId)", ZonedDateTime.now(ZONE));
        results.put("java.time.OffsetDateTime.now()", OffsetDateTime.now());
        results.put("java.time.OffsetDateTime.now(ZoneId)", OffsetDateTime.now(ZONE));
        results.put("java.time.Clock.instant()", Clock.systemUTC().instant());
        results.put("java.time.Clock.millis()", Clock.systemDefaultZone().millis());
        results.put("java.util.Calendar.getInstance()", Calendar.getInstance());
        results.put("java.util.Calendar.getInstance(TimeZone)", Calendar.getInstance(TimeZone.getTimeZone("UTC")));
        results.put("java.util.Calendar.getInstance(Locale)", Calendar.getInstance(Locale.ROOT));
        results.put(
                "java.util.Calendar.getInstance(TimeZone,Locale)",
                Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT));
        return results;
    }

    static Map<String, Object> draws(Random random) {
        var results = new LinkedHashMap<String, Object>();
        results.put("java.util.UUID.randomUUID()", UUID.randomUUID());
        results.put("java.lang.Math.random()", Math.random());
        results.put("java.util.Random.nextInt()", random.nextInt());
        results.put("java.util.Random.nextInt(10)", random.nextInt(10));
        results.put("java.util.Random.nextInt(5,9)", random.nextInt(5, 9));
        results.put("java.util.Random.nextLong()", random.nextLong());
        results.put("java.util.Random.nextLong(100)", random.nextLong(100));
        results.put("java.util.Random.nextLong(100,200)", random.nextLong(100, 200));
        results.put("java.util.Random.nextDouble()", random.nextDouble());
        results.put("java.util.Random.nextDouble(2.0)", random.nextDouble(2));
        results.put("java.util.Random.nextDouble(2.0,3.0)", random.nextDouble(2, 3));
        results.put("java.util.Random.nextFloat()", random.nextFloat());
        results.put("java.util.Random.nextBoolean()", random.nextBoolean());
        results.put("java.util.Random.nextGaussian()", random.nextGaussian());
        var bytes = new byte[3];
        random.nextBytes(bytes);
        results.put("java.util.Random.nextBytes(3)", bytes);
        results.put("java.security.SecureRandom.nextInt(7)", new SecureRandom().nextInt(7));
        results.put(
                "java.util.concurrent.ThreadLocalRandom.nextLong(3,5)",
                ThreadLocalRandom.current().nextLong(3, 5));
        return results;
    }

    static Map<String, Object> references(Random random) {
        var results = new LinkedHashMap<String, Object>();
        Supplier<Instant> instant = Instant::now;
        results.put("java.time.Instant.now()", instant.get());
        Supplier<Date> date = Date::new;
        results.put("java.util.Date()", date.get());
        LongSupplier millis = System::currentTimeMillis;
        results.put("java.lang.System.currentTimeMillis()", millis.getAsLong());
        Supplier<UUID> uuid = UUID::randomUUID;
        results.put("java.util.UUID.randomUUID()", uuid.get());
        Function<ZoneId, LocalDate> today = LocalDate::now;
        results.put("java.time.LocalDate.now(ZoneId)", today.apply(ZONE));
        Supplier<Instant> ofClock = Clock.systemUTC()::instant;
        results.put("java.time.Clock.instant()", ofClock.get());
        IntUnaryOperator below = random::nextInt;
        results.put("java.util.Random.nextInt(10)", below.applyAsInt(10));
        ToIntFunction<Random> any = Random::nextInt;
        results.put("java.util.Random.nextInt()", any.applyAsInt(random));
        return results;
    }

    static Instant inALambda() {
        Supplier<Instant> nested = () -> {
            Supplier<Instant> inner = () -> Instant.now();
            return inner.get();
        };
        return nested.get();
    }

    static Object variable(String name) {
        return System.getenv(name);
    }

    static Map<String, String> variables() {
        return System.getenv();
    }

    static String property(String name) {
        return System.getProperty(name);
    }

    static String property(String name, String otherwise) {
        return System.getProperty(name, otherwise);
    }

    /** A date of one's own, whose constructor calls that of {@link Date}. */
    static final class Day extends Date {
        private static final long serialVersionUID = 1L;

        Day() {
            super();
        }
    }
}
