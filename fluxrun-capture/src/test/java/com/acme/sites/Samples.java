package com.acme.sites;

import com.acme.sites.GeneratedCalls.Row;
import java.lang.reflect.Proxy;
import java.security.DrbgParameters;
import java.security.SecureRandom;
import java.security.SecureRandomParameters;
import java.time.Clock;
import java.time.ZoneId;
import java.time.chrono.HijrahChronology;
import java.time.chrono.IsoChronology;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.MinguoChronology;
import java.time.chrono.ThaiBuddhistChronology;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Receivers and arguments for every API, and what it gave as text. */
final class Samples {
    /** Instances from before any run. */
    private static final List<Object> RECEIVERS;

    static {
        try {
            RECEIVERS = List.of(
                    SecureRandom.getInstance("DRBG"),
                    new SplittableRandom(),
                    ThreadLocalRandom.current(),
                    RandomGenerator.of("Xoroshiro128PlusPlus"),
                    RandomGenerator.of("L64X128MixRandom"),
                    new Random(),
                    Clock.systemUTC(),
                    IsoChronology.INSTANCE,
                    HijrahChronology.INSTANCE,
                    JapaneseChronology.INSTANCE,
                    MinguoChronology.INSTANCE,
                    ThaiBuddhistChronology.INSTANCE);
        } catch (Exception e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Samples() {}

    static String call(Row row) throws Exception {
        var arguments = new ArrayList<Object>();
        if (!row.api().isStatic()) {
            arguments.add(receiver(row.api().owner()));
        }
        var types = row.api().method().getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            arguments.add(argument(types[i], i));
        }
        var result = row.call().invoke(null, (Object) arguments.toArray());
        if (result == null && arguments.get(0) instanceof String) {
            return "absent";
        }
        return result == null ? text(arguments.get(row.api().isStatic() ? 0 : 1)) : text(result);
    }

    private static Object receiver(Class<?> type) {
        if (type == RandomGenerator.ArbitrarilyJumpableGenerator.class) {
            // The JDK has none.
            var random = RandomGenerator.of("Xoroshiro128PlusPlus");
            return Proxy.newProxyInstance(
                    Samples.class.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> method.invoke(random, arguments));
        }
        // ThreadLocalRandom is the current thread's.
        return type == ThreadLocalRandom.class
                ? ThreadLocalRandom.current()
                : RECEIVERS.stream()
                        .filter(type::isInstance)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no receiver: " + type));
    }

    private static Object argument(Class<?> type, int i) {
        if (type == int.class) {
            return 3 + 2 * i;
        }
        if (type == long.class) {
            return 3L + 2 * i;
        }
        if (type == double.class) {
            return 3.0 + 2 * i;
        }
        if (type == float.class) {
            return 3f + 2 * i;
        }
        if (type == boolean.class) {
            return i == 2;
        }
        if (type == String.class) {
            return i == 0 ? "com.acme.sites.number" : "otherwise";
        }
        if (type == Integer.class || type == Long.class) {
            return type == Long.class ? (Object) 7L : (Object) 7;
        }
        if (type == byte[].class) {
            return new byte[5];
        }
        if (type == List.class) {
            return new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
        }
        if (type == ZoneId.class) {
            return ZoneId.of("Asia/Tokyo");
        }
        if (type == TimeZone.class) {
            return TimeZone.getTimeZone("America/Lima");
        }
        if (type == Locale.class) {
            return Locale.FRANCE;
        }
        if (type == SecureRandomParameters.class) {
            return DrbgParameters.nextBytes(-1, false, null);
        }
        if (type == Clock.class) {
            return Clock.systemUTC();
        }
        return receiver(type);
    }

    private static String text(Object value) {
        if (value instanceof IntStream stream) {
            return stream.limit(3).boxed().toList().toString();
        }
        if (value instanceof LongStream stream) {
            return stream.limit(3).boxed().toList().toString();
        }
        if (value instanceof DoubleStream stream) {
            return stream.limit(3).boxed().toList().toString();
        }
        if (value instanceof Calendar calendar) {
            return calendar.getTimeInMillis() + " " + calendar.getTimeZone().getID() + " "
                    + calendar.getFirstDayOfWeek();
        }
        if (value instanceof Map<?, ?> variables) {
            return String.valueOf(variables.get("PATH"));
        }
        return value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : value.toString();
    }
}
