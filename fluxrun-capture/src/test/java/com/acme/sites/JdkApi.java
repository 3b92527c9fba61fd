package com.acme.sites;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** What this JDK has for reading a clock, the environment or a random source, found by reflection. */
public final class JdkApi {
    /** They give another source, whose draws are calls of their own. */
    private static final Set<String> GIVE_A_SOURCE =
            Set.of("split", "splits", "rngs", "jumps", "leaps", "copy", "copyAndJump", "copyAndLeap");

    /** They say something about a source and draw nothing. */
    private static final Set<String> DRAW_NOTHING =
            Set.of("isDeprecated", "jumpDistance", "leapDistance", "toString", "hashCode", "equals", "getAlgorithm");

    /** They are given a time for something else than to wait, or wait for what is no part of a run. */
    private static final Set<String> NO_WAITS = Set.of(
            // Work for later, which a scheduler times.
            "schedule",
            "scheduleAtFixedRate",
            "scheduleWithFixedDelay",
            "delayedExecutor",
            "submitWithTimeout",
            // Amounts.
            "convert",
            "toChronoUnit",
            "withTimeout",
            "getDelay",
            "getKeepAliveTime",
            "setKeepAliveTime",
            // Their number is a stamp.
            "tryConvertToWriteLock",
            "tryConvertToReadLock",
            "tryConvertToOptimisticRead",
            // A process is blocked by the airlock.
            "waitFor",
            // Only those of the tasks that ended in time have a result.
            "invokeAll",
            // They are given a thread or a monitor besides, and nobody calls them.
            "timedJoin",
            "timedWait",
            // Behind the locks that are made of them.
            "tryAcquireNanos",
            "tryAcquireSharedNanos");

    private JdkApi() {}

    /** A method or constructor as code that names {@code owner} calls it. */
    public record Api(Class<?> owner, Executable method) {
        public boolean isStatic() {
            return Modifier.isStatic(method.getModifiers()) || !(method instanceof Method);
        }

        @Override
        public String toString() {
            var name = method instanceof Method ? method.getName() : "new";
            return owner.getSimpleName() + "." + name
                    + Arrays.toString(Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName)
                            .toArray());
        }
    }

    public static List<Api> clocks() throws Exception {
        var found = new ArrayList<Api>();
        add(
                found,
                System.class,
                method -> Set.of("currentTimeMillis", "nanoTime").contains(method.getName()));
        for (var type : publicTypes("java.time", "java.time.chrono")) {
            add(found, type, method -> isStatic(method) && method.getName().startsWith("now"));
            add(found, type, method -> !isStatic(method) && method.getName().startsWith("dateNow"));
        }
        for (var type : List.of(Clock.class, InstantSource.class)) {
            add(found, type, method -> Set.of("instant", "millis").contains(method.getName()));
        }
        add(found, Calendar.class, method -> method.getName().equals("getInstance"));
        for (var type : List.of(Date.class, GregorianCalendar.class)) {
            for (var constructor : type.getConstructors()) {
                if (Set.of(TimeZone.class, Locale.class).containsAll(List.of(constructor.getParameterTypes()))) {
                    found.add(new Api(type, constructor));
                }
            }
        }
        return found;
    }

    public static List<Api> draws() throws Exception {
        var found = new ArrayList<Api>();
        for (var type : publicTypes("java.util", "java.util.random", "java.util.concurrent", "java.security")) {
            if (RandomGenerator.class.isAssignableFrom(type)) {
                add(found, type, JdkApi::draws);
            }
        }
        for (var type : List.of(Math.class, StrictMath.class, UUID.class)) {
            add(found, type, method -> method.getName().startsWith("random"));
        }
        for (var type : List.of(Collections.class, BigInteger.class)) {
            add(found, type, method -> method.getName().equals("shuffle") || takesSource(method));
        }
        Stream.of(BigInteger.class.getConstructors())
                .filter(JdkApi::takesSource)
                .forEach(constructor -> found.add(new Api(BigInteger.class, constructor)));
        return found;
    }

    public static List<Api> environment() {
        var found = new ArrayList<Api>();
        add(found, System.class, method -> Set.of("getenv", "getProperty").contains(method.getName()));
        add(found, Integer.class, method -> method.getName().equals("getInteger"));
        add(found, Long.class, method -> method.getName().equals("getLong"));
        add(found, Boolean.class, method -> method.getName().equals("getBoolean"));
        return found;
    }

    /** Methods that a limit of time is given to. */
    public static List<Api> waits() throws Exception {
        var found = new ArrayList<Api>();
        for (var type : publicTypes("java.util.concurrent", "java.util.concurrent.locks", "java.lang")) {
            if (type != Thread.class && Thread.class.isAssignableFrom(type)) {
                continue; // what it has of Thread is found there
            }
            add(
                    found,
                    type,
                    method -> takesLimit(method)
                            && !NO_WAITS.contains(method.getName())
                            && !type.equals(SubmissionPublisher.class));
        }
        for (var method : Object.class.getMethods()) {
            if (takesLimit(method)) {
                found.add(new Api(Object.class, method));
            }
        }
        return found;
    }

    private static boolean takesLimit(Method method) {
        var types = List.of(method.getParameterTypes());
        return types.contains(TimeUnit.class)
                || types.contains(Duration.class)
                || method.getName().matches("(park|await|try\\w*|timed\\w*|sleep|join|wait)(Nanos|Until)?")
                        && (types.contains(long.class) || types.contains(Date.class));
    }

    private static boolean draws(Method method) {
        var result = method.getReturnType();
        boolean drawn = (result.isPrimitive() && result != void.class)
                || result == byte[].class
                || BaseStream.class.isAssignableFrom(result)
                || method.getName().startsWith("next");
        return drawn && !GIVE_A_SOURCE.contains(method.getName()) && !DRAW_NOTHING.contains(method.getName());
    }

    private static boolean takesSource(Executable method) {
        return Stream.of(method.getParameterTypes()).anyMatch(RandomGenerator.class::isAssignableFrom);
    }

    private static boolean isStatic(Method method) {
        return Modifier.isStatic(method.getModifiers());
    }

    private static void add(List<Api> found, Class<?> type, java.util.function.Predicate<Method> wanted) {
        for (var method : type.getMethods()) {
            if (method.getDeclaringClass() != Object.class && !method.isBridge() && wanted.test(method)) {
                found.add(new Api(type, method));
            }
        }
    }

    private static List<Class<?>> publicTypes(String... packages) throws Exception {
        var base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base");
        var types = new ArrayList<Class<?>>();
        for (var name : packages) {
            try (Stream<Path> files = Files.list(base.resolve(name.replace('.', '/')))) {
                for (var file : files.filter(each -> each.toString().endsWith(".class"))
                        .sorted()
                        .toList()) {
                    var simple = file.getFileName().toString();
                    var type = Class.forName(
                            name + "." + simple.substring(0, simple.length() - ".class".length()), false, null);
                    if (isPublic(type)) {
                        types.add(type);
                    }
                }
            }
        }
        return types;
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }
}
