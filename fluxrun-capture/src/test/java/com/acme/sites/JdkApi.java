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
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this JDK has for reading a clock, the environment or a random source, found by reflection. */
public final class JdkApi {
    /** They give another source, whose draws are calls of their own. */
    private static final Set<String> GIVE_A_SOURCE =
            Set.of("split", "splits", "rngs", "jumps", "leaps", "copy", "copyAndJump", "copyAndLeap");

    /** They say something about a source and draw nothing. */
    private static final Set<String> DRAW_NOTHING =
            Set.of("isDeprecated", "jumpDistance", "leapDistance", "toString", "hashCode", "equals", "getAlgorithm");

    private static final String FOR_LATER = "work for later: its hand-over is seen, and when it begins";
    private static final String AN_AMOUNT = "an amount of time, nobody waits";
    private static final String A_STAMP = "its number is a stamp";
    private static final String INPUT = "input and output: the airlock blocks what leaves the process";
    private static final String BEHIND = "behind the locks that are made of it, whose calls are seen";

    /** They take a time or try for something, and are no waits of a run. */
    private static final Map<String, String> NO_WAITS = Map.ofEntries(
            Map.entry("ScheduledExecutorService.schedule", FOR_LATER),
            Map.entry("ScheduledExecutorService.scheduleAtFixedRate", FOR_LATER),
            Map.entry("ScheduledExecutorService.scheduleWithFixedDelay", FOR_LATER),
            Map.entry("ScheduledThreadPoolExecutor.schedule", FOR_LATER),
            Map.entry("ScheduledThreadPoolExecutor.scheduleAtFixedRate", FOR_LATER),
            Map.entry("ScheduledThreadPoolExecutor.scheduleWithFixedDelay", FOR_LATER),
            Map.entry("ForkJoinPool.schedule", FOR_LATER),
            Map.entry("ForkJoinPool.scheduleAtFixedRate", FOR_LATER),
            Map.entry("ForkJoinPool.scheduleWithFixedDelay", FOR_LATER),
            Map.entry("ForkJoinPool.submitWithTimeout", FOR_LATER),
            Map.entry("CompletableFuture.delayedExecutor", FOR_LATER),
            Map.entry("Timer.schedule", FOR_LATER),
            Map.entry("Timer.scheduleAtFixedRate", FOR_LATER),
            Map.entry("TimeUnit.convert", AN_AMOUNT),
            Map.entry("StructuredTaskScope$Configuration.withTimeout", "a preview"),
            Map.entry("Delayed.getDelay", AN_AMOUNT),
            Map.entry("ThreadPoolExecutor.setKeepAliveTime", AN_AMOUNT),
            Map.entry("ThreadPoolExecutor.getKeepAliveTime", AN_AMOUNT),
            Map.entry("StampedLock.tryConvertToWriteLock", A_STAMP),
            Map.entry("StampedLock.tryConvertToReadLock", A_STAMP),
            Map.entry("StampedLock.tryConvertToOptimisticRead", A_STAMP),
            Map.entry("StampedLock.tryOptimisticRead", A_STAMP),
            Map.entry("StampedLock.tryUnlockRead", "gives back what the thread holds"),
            Map.entry("StampedLock.tryUnlockWrite", "gives back what the thread holds"),
            Map.entry("ForkJoinTask.tryUnfork", "whether it does itself what it has forked changes no value"),
            Map.entry("CountedCompleter.tryComplete", "says that a part is done"),
            Map.entry("SubmissionPublisher.offer", "drops for slow subscribers, which are lanes of their own"),
            Map.entry("AbstractQueuedSynchronizer.tryAcquireNanos", BEHIND),
            Map.entry("AbstractQueuedSynchronizer.tryAcquireSharedNanos", BEHIND),
            Map.entry("AbstractQueuedLongSynchronizer.tryAcquireNanos", BEHIND),
            Map.entry("AbstractQueuedLongSynchronizer.tryAcquireSharedNanos", BEHIND),
            Map.entry("ReferenceQueue.remove", "waits for the garbage collector"),
            Map.entry("Selector.select", INPUT),
            Map.entry("AsynchronousChannelGroup.awaitTermination", INPUT),
            Map.entry("AsynchronousSocketChannel.read", INPUT),
            Map.entry("AsynchronousSocketChannel.write", INPUT),
            Map.entry("AsynchronousFileChannel.tryLock", INPUT),
            Map.entry("FileChannel.tryLock", INPUT));

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

    /** Methods that a limit of time is given to, or that try for something that another thread may have. */
    public static List<Api> waits() throws Exception {
        return timed().stream().filter(api -> !NO_WAITS.containsKey(named(api))).toList();
    }

    /** Returns what is listed as no wait, and is no method of this JDK. */
    public static List<String> notOfThisJdk() throws Exception {
        var known = timed().stream().map(JdkApi::named).collect(Collectors.toSet());
        return NO_WAITS.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .toList();
    }

    private static List<Api> timed() throws Exception {
        var found = new ArrayList<Api>();
        for (var type : publicTypes(
                "java.util.concurrent",
                "java.util.concurrent.locks",
                "java.lang",
                "java.lang.ref",
                "java.util",
                "java.nio.channels")) {
            boolean concurrent = type.getName().startsWith("java.util.concurrent.");
            add(
                    found,
                    type,
                    method -> (takesLimit(method) || (concurrent && tries(method))) && !isOfThread(method, type));
        }
        for (var method : Object.class.getMethods()) {
            if (takesLimit(method)) {
                found.add(new Api(Object.class, method));
            }
        }
        return found;
    }

    /** What a kind of thread has of Thread is found there. */
    private static boolean isOfThread(Method method, Class<?> type) {
        return type != Thread.class && method.getDeclaringClass() == Thread.class;
    }

    private static String named(Api api) {
        var type = api.method().getDeclaringClass().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + api.method().getName();
    }

    private static boolean tries(Method method) {
        return method.getName().startsWith("try") && !method.getDeclaringClass().isEnum();
    }

    private static boolean takesLimit(Method method) {
        var types = List.of(method.getParameterTypes());
        return types.contains(TimeUnit.class)
                || types.contains(Duration.class)
                || method.getName()
                                .matches("(park|await|try\\w*|timed\\w*|sleep|join|wait|select|remove|schedule\\w*)"
                                        + "(Nanos|Until)?")
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
