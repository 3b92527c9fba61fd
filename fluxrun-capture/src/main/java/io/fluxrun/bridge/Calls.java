package io.fluxrun.bridge;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What rewritten call sites call in place of a clock, a random source or the environment; defined beside {@link Bridge}
 * as {@code java.lang.$FluxRunCalls}. Every method does the real thing first and lets FluxRun see or replace the value.
 * The site, calling class and method, comes first, so that a method reference can bind it, unless the arguments are too
 * wide to be moved on the stack. Thread-safe.
 */
@SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone"}) // these are the application's own calls
public final class Calls {
    private Calls() {}

    public static long currentTimeMillis(String site) {
        ToLongFunction<String> clock = Bridge.currentTimeMillis;
        if (clock != null) {
            try {
                return clock.applyAsLong(site);
            } catch (Throwable thrown) {
                Bridge.failed("System.currentTimeMillis", thrown);
            }
        }
        return System.currentTimeMillis();
    }

    public static long nanoTime(String site) {
        ToLongFunction<String> clock = Bridge.nanoTime;
        if (clock != null) {
            try {
                return clock.applyAsLong(site);
            } catch (Throwable thrown) {
                Bridge.failed("System.nanoTime", thrown);
            }
        }
        return System.nanoTime();
    }

    /** The argument of {@link Date#Date(long)} in place of none. */
    public static long dateMillis(String site) {
        long real = System.currentTimeMillis();
        return Bridge.inLane() ? seenInLane(real, "java.util.Date()", site) : real;
    }

    public static Date newDate(String site) {
        return new Date(dateMillis(site));
    }

    public static Calendar calendar(String site) {
        return seen(Calendar.getInstance(), "java.util.Calendar.getInstance()", site);
    }

    public static Calendar calendar(String site, TimeZone zone) {
        return seen(Calendar.getInstance(zone), "java.util.Calendar.getInstance(TimeZone)", site);
    }

    public static Calendar calendar(String site, Locale locale) {
        return seen(Calendar.getInstance(locale), "java.util.Calendar.getInstance(Locale)", site);
    }

    public static Calendar calendar(String site, TimeZone zone, Locale locale) {
        var real = Calendar.getInstance(zone, locale);
        return seen(real, "java.util.Calendar.getInstance(TimeZone,Locale)", site);
    }

    public static Instant clockInstant(String site, InstantSource clock) {
        return seen(clock.instant(), "java.time.Clock.instant()", site, clock);
    }

    public static long clockMillis(String site, InstantSource clock) {
        long real = clock.millis();
        return Bridge.inLane() ? seenInLane(real, "java.time.Clock.millis()", site, clock) : real;
    }

    public static Instant instant(String site) {
        Function<String, Instant> clock = Bridge.instant;
        if (clock != null) {
            try {
                return clock.apply(site);
            } catch (Throwable thrown) {
                Bridge.failed("Instant.now", thrown);
            }
        }
        return Instant.now();
    }

    public static Instant instant(String site, Clock clock) {
        return seen(Instant.now(clock), "java.time.Instant.now(Clock)", site, clock);
    }

    public static LocalDate localDate(String site) {
        return seen(LocalDate.now(), "java.time.LocalDate.now()", site);
    }

    public static LocalDate localDate(String site, ZoneId zone) {
        return seen(LocalDate.now(zone), "java.time.LocalDate.now(ZoneId)", site, zone);
    }

    public static LocalDate localDate(String site, Clock clock) {
        return seen(LocalDate.now(clock), "java.time.LocalDate.now(Clock)", site, clock);
    }

    public static LocalTime localTime(String site) {
        return seen(LocalTime.now(), "java.time.LocalTime.now()", site);
    }

    public static LocalTime localTime(String site, ZoneId zone) {
        return seen(LocalTime.now(zone), "java.time.LocalTime.now(ZoneId)", site, zone);
    }

    public static LocalTime localTime(String site, Clock clock) {
        return seen(LocalTime.now(clock), "java.time.LocalTime.now(Clock)", site, clock);
    }

    public static LocalDateTime localDateTime(String site) {
        return seen(LocalDateTime.now(), "java.time.LocalDateTime.now()", site);
    }

    public static LocalDateTime localDateTime(String site, ZoneId zone) {
        return seen(LocalDateTime.now(zone), "java.time.LocalDateTime.now(ZoneId)", site, zone);
    }

    public static LocalDateTime localDateTime(String site, Clock clock) {
        return seen(LocalDateTime.now(clock), "java.time.LocalDateTime.now(Clock)", site, clock);
    }

    public static ZonedDateTime zonedDateTime(String site) {
        return seen(ZonedDateTime.now(), "java.time.ZonedDateTime.now()", site);
    }

    public static ZonedDateTime zonedDateTime(String site, ZoneId zone) {
        return seen(ZonedDateTime.now(zone), "java.time.ZonedDateTime.now(ZoneId)", site, zone);
    }

    public static ZonedDateTime zonedDateTime(String site, Clock clock) {
        return seen(ZonedDateTime.now(clock), "java.time.ZonedDateTime.now(Clock)", site, clock);
    }

    public static OffsetDateTime offsetDateTime(String site) {
        return seen(OffsetDateTime.now(), "java.time.OffsetDateTime.now()", site);
    }

    public static OffsetDateTime offsetDateTime(String site, ZoneId zone) {
        return seen(OffsetDateTime.now(zone), "java.time.OffsetDateTime.now(ZoneId)", site, zone);
    }

    public static OffsetDateTime offsetDateTime(String site, Clock clock) {
        return seen(OffsetDateTime.now(clock), "java.time.OffsetDateTime.now(Clock)", site, clock);
    }

    public static UUID randomUUID(String site) {
        return seen(UUID.randomUUID(), "java.util.UUID.randomUUID()", site);
    }

    public static double random(String site) {
        double real = Math.random();
        return Bridge.inLane() ? seenInLane(real, "java.lang.Math.random()", site) : real;
    }

    public static int nextInt(String site, RandomGenerator random) {
        int real = random.nextInt();
        return Bridge.inLane() ? seenInLane(real, "nextInt", site, random) : real;
    }

    public static int nextInt(String site, RandomGenerator random, int bound) {
        int real = random.nextInt(bound);
        return Bridge.inLane() ? seenInLane(real, "nextInt", site, random, bound) : real;
    }

    public static int nextInt(RandomGenerator random, int origin, int bound, String site) {
        int real = random.nextInt(origin, bound);
        return Bridge.inLane() ? seenInLane(real, "nextInt", site, random, origin, bound) : real;
    }

    public static long nextLong(String site, RandomGenerator random) {
        long real = random.nextLong();
        return Bridge.inLane() ? seenInLane(real, "nextLong", site, random) : real;
    }

    public static long nextLong(RandomGenerator random, long bound, String site) {
        long real = random.nextLong(bound);
        return Bridge.inLane() ? seenInLane(real, "nextLong", site, random, bound) : real;
    }

    public static long nextLong(RandomGenerator random, long origin, long bound, String site) {
        long real = random.nextLong(origin, bound);
        return Bridge.inLane() ? seenInLane(real, "nextLong", site, random, origin, bound) : real;
    }

    public static double nextDouble(String site, RandomGenerator random) {
        double real = random.nextDouble();
        return Bridge.inLane() ? seenInLane(real, "nextDouble", site, random) : real;
    }

    public static double nextDouble(RandomGenerator random, double bound, String site) {
        double real = random.nextDouble(bound);
        return Bridge.inLane() ? seenInLane(real, "nextDouble", site, random, bound) : real;
    }

    public static double nextDouble(RandomGenerator random, double origin, double bound, String site) {
        double real = random.nextDouble(origin, bound);
        return Bridge.inLane() ? seenInLane(real, "nextDouble", site, random, origin, bound) : real;
    }

    public static float nextFloat(String site, RandomGenerator random) {
        float real = random.nextFloat();
        return Bridge.inLane() ? seenInLane(real, "nextFloat", site, random) : real;
    }

    public static boolean nextBoolean(String site, RandomGenerator random) {
        boolean real = random.nextBoolean();
        return Bridge.inLane() ? seenInLane(real, "nextBoolean", site, random) : real;
    }

    public static double nextGaussian(String site, RandomGenerator random) {
        double real = random.nextGaussian();
        return Bridge.inLane() ? seenInLane(real, "nextGaussian", site, random) : real;
    }

    public static void nextBytes(String site, RandomGenerator random, byte[] bytes) {
        random.nextBytes(bytes);
        seen(bytes, "nextBytes", site, random);
    }

    public static Map<String, String> getenv(String site) {
        return seen(System.getenv(), "java.lang.System.getenv()", site);
    }

    public static @Nullable String getenv(String site, String name) {
        return environment(System.getenv(name), "java.lang.System.getenv(String)", site, name);
    }

    public static @Nullable String getProperty(String site, String name) {
        return environment(System.getProperty(name), "java.lang.System.getProperty(String)", site, name);
    }

    public static @Nullable String getProperty(String site, String name, @Nullable String otherwise) {
        String value = getProperty(site, name);
        return value == null ? otherwise : value;
    }

    private static <T> T seen(T real, String api, String site, Object... arguments) {
        return Bridge.inLane() ? seenInLane(real, api, site, arguments) : real;
    }

    @SuppressWarnings("unchecked")
    private static <T> T seenInLane(T real, String api, String site, Object... arguments) {
        Object value = call(real, api, site, arguments);
        if (value == real || real.getClass().isInstance(value)) {
            return (T) value;
        }
        Bridge.failed(
                api,
                new ClassCastException("the answer is no " + real.getClass().getName()));
        return real;
    }

    private static @Nullable String environment(@Nullable String real, String api, String site, String name) {
        if (Bridge.inLane()) {
            Object value = call(real, api, site, name);
            return value == null ? null : value.toString();
        }
        return real;
    }

    @SuppressWarnings("NullAway") // generic java.base types cannot say that values may be null
    private static @Nullable Object call(@Nullable Object real, String api, String site, Object... arguments) {
        Function<Object[], Object> handler = Bridge.calls;
        if (handler == null) {
            return real;
        }
        try {
            Object[] call = new Object[3 + arguments.length];
            call[0] = api;
            call[1] = site;
            call[2] = real;
            System.arraycopy(arguments, 0, call, 3, arguments.length);
            return handler.apply(call);
        } catch (Throwable thrown) {
            Bridge.failed(api, thrown);
            return real;
        }
    }
}
