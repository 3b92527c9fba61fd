package io.fluxrun.bridge;

import java.security.SecureRandom;
import java.security.SecureRandomParameters;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What rewritten call sites call in place of a clock, a random source or the environment; defined beside {@link Bridge}
 * as {@code java.lang.$FluxRunCalls}. Every method does the real thing first and lets FluxRun see or replace the value.
 * The site, calling class and method, comes last. Written here is what is not like the rest: the agent adds the rest, and
 * what method references refer to, from its table. Thread-safe.
 */
@SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone"}) // these are the application's own calls
public final class Calls {
    private static final Object[] NOTHING = {};

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
        return inLane() ? (Long) seenInLane(real, "java.util.Date()", site, NOTHING) : real;
    }

    public static Date newDate(String site) {
        return new Date(dateMillis(site));
    }

    /** After the constructor of a class that extends it. */
    public static void calendarMade(GregorianCalendar made, String site) {
        if (inLane()) {
            seenInLane(made, "java.util.GregorianCalendar()", site, NOTHING);
        }
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

    public static void nextBytes(RandomGenerator random, byte[] bytes, String site) {
        random.nextBytes(bytes);
        if (inLane()) {
            seenInLane(bytes, "nextBytes", site, random);
        }
    }

    public static void nextBytes(SecureRandom random, byte[] bytes, SecureRandomParameters parameters, String site) {
        random.nextBytes(bytes, parameters);
        if (inLane()) {
            seenInLane(bytes, "nextBytes", site, random);
        }
    }

    /** The JDK draws from a source of its own; in a lane its place is taken by one with a known seed. */
    public static void shuffle(List<?> list, String site) {
        if (inLane()) {
            long real = ThreadLocalRandom.current().nextLong();
            Object seed = seenInLane(real, "java.util.Collections.shuffle(List)", site, list.size());
            Collections.shuffle(list, new Random((Long) seed));
        } else {
            Collections.shuffle(list);
        }
    }

    public static void shuffle(List<?> list, Random random, String site) {
        if (inLane()) {
            shuffle(list, (RandomGenerator) random, site);
        } else {
            Collections.shuffle(list, random);
        }
    }

    /** As the JDK does it, whose order of draws is specified. */
    public static void shuffle(List<?> list, RandomGenerator random, String site) {
        for (int i = list.size(); i > 1; i--) {
            int real = random.nextInt(i);
            Collections.swap(list, i - 1, inLane() ? (Integer) seenInLane(real, "nextInt", site, random, i) : real);
        }
    }

    public static Map<String, String> getenv(String site) {
        Map<String, String> real = System.getenv();
        return inLane() ? asMap(seenInLane(real, "java.lang.System.getenv()", site, NOTHING)) : real;
    }

    public static @Nullable String getenv(String name, String site) {
        return environment(System.getenv(name), "java.lang.System.getenv(String)", site, name);
    }

    public static @Nullable String getProperty(String name, String site) {
        return environment(System.getProperty(name), "java.lang.System.getProperty(String)", site, name);
    }

    public static @Nullable String getProperty(String name, @Nullable String otherwise, String site) {
        String value = getProperty(name, site);
        return value == null ? otherwise : value;
    }

    public static boolean getBoolean(@Nullable String name, String site) {
        return Boolean.parseBoolean(named(name, site));
    }

    public static @Nullable Integer getInteger(@Nullable String name, String site) {
        return getInteger(name, null, site);
    }

    public static @Nullable Integer getInteger(@Nullable String name, int otherwise, String site) {
        return getInteger(name, Integer.valueOf(otherwise), site);
    }

    public static @Nullable Integer getInteger(@Nullable String name, @Nullable Integer otherwise, String site) {
        String value = named(name, site);
        try {
            return value == null ? otherwise : Integer.decode(value);
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }

    public static @Nullable Long getLong(@Nullable String name, String site) {
        return getLong(name, null, site);
    }

    public static @Nullable Long getLong(@Nullable String name, long otherwise, String site) {
        return getLong(name, Long.valueOf(otherwise), site);
    }

    public static @Nullable Long getLong(@Nullable String name, @Nullable Long otherwise, String site) {
        String value = named(name, site);
        try {
            return value == null ? otherwise : Long.decode(value);
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }

    /** {@link Integer#getInteger} and its like find nothing where {@link System#getProperty} throws. */
    private static @Nullable String named(@Nullable String name, String site) {
        return name == null || name.isEmpty() ? null : getProperty(name, site);
    }

    static boolean inLane() {
        return Bridge.inLane();
    }

    static Object seenInLane(Object real, String api, String site, Object... arguments) {
        Object value = call(real, api, site, arguments);
        if (value == real || real.getClass().isInstance(value)) {
            return value;
        }
        Bridge.failed(
                api,
                new ClassCastException("the answer is no " + real.getClass().getName()));
        return real;
    }

    /** Returns {result}, or {@code null} if the wait is still to be made. */
    static Object @Nullable [] waitInLane(String api, String site, Object... arguments) {
        Function<Object[], Object[]> handler = Bridge.waits;
        Object[] outcome = null;
        try {
            if (handler != null) {
                Object[] call = new Object[2 + arguments.length];
                call[0] = api;
                call[1] = site;
                System.arraycopy(arguments, 0, call, 2, arguments.length);
                outcome = handler.apply(call);
            }
        } catch (Throwable thrown) {
            Bridge.failed(api, thrown);
        }
        if (outcome != null && outcome[1] != null) {
            Calls.<RuntimeException>raise((Throwable) outcome[1]);
        }
        return outcome;
    }

    /** The methods that wait declare what they throw. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** Each element is a draw of its own, when it is drawn. */
    static Object streamInLane(Object real, String api, String site, Object... arguments) {
        if (real instanceof IntStream ints) {
            return ints.map(each -> (Integer) elementOf(each, api, site, arguments));
        }
        if (real instanceof LongStream longs) {
            return longs.map(each -> (Long) elementOf(each, api, site, arguments));
        }
        return ((DoubleStream) real).map(each -> (Double) elementOf(each, api, site, arguments));
    }

    private static Object elementOf(Object real, String api, String site, Object... arguments) {
        return inLane() ? seenInLane(real, api, site, arguments) : real;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> asMap(Object value) {
        return (Map<String, String>) value;
    }

    private static @Nullable String environment(@Nullable String real, String api, String site, String name) {
        if (inLane()) {
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
