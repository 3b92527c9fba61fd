package io.fluxrun.agent;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Which called methods are rewritten, and to what. */
final class CallTable implements ClassScan.MethodTest {
    private static final String TIME = "java/time/";
    private static final String RANDOM_GENERATOR = "java/util/random/RandomGenerator";
    private static final List<String> RANDOMS = List.of(
            "java/util/Random",
            "java/security/SecureRandom",
            "java/util/concurrent/ThreadLocalRandom",
            "java/util/SplittableRandom",
            RANDOM_GENERATOR);
    private static final List<String> DRAWS = List.of(
            "nextInt()I",
            "nextInt(I)I",
            "nextInt(II)I",
            "nextLong()J",
            "nextLong(J)J",
            "nextLong(JJ)J",
            "nextDouble()D",
            "nextDouble(D)D",
            "nextDouble(DD)D",
            "nextFloat()F",
            "nextBoolean()Z",
            "nextGaussian()D",
            "nextBytes([B)V");
    private static final Map<String, String> NOW = Map.ofEntries(
            entry("Instant", "instant"),
            entry("LocalDate", "localDate"),
            entry("LocalTime", "localTime"),
            entry("LocalDateTime", "localDateTime"),
            entry("ZonedDateTime", "zonedDateTime"),
            entry("OffsetDateTime", "offsetDateTime"));

    private final Map<String, Target> targets = new HashMap<>();
    private final Set<String> owners = new HashSet<>();

    CallTable() {
        statics("java/lang/System", "currentTimeMillis()J", "currentTimeMillis");
        statics("java/lang/System", "nanoTime()J", "nanoTime");
        statics("java/lang/System", "getenv()Ljava/util/Map;", "getenv");
        statics("java/lang/System", "getenv(Ljava/lang/String;)Ljava/lang/String;", "getenv");
        statics("java/lang/System", "getProperty(Ljava/lang/String;)Ljava/lang/String;", "getProperty");
        statics(
                "java/lang/System",
                "getProperty(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;",
                "getProperty");
        statics("java/lang/Math", "random()D", "random");
        statics("java/util/UUID", "randomUUID()Ljava/util/UUID;", "randomUUID");
        for (var parameters :
                List.of("", "Ljava/util/TimeZone;", "Ljava/util/Locale;", "Ljava/util/TimeZone;Ljava/util/Locale;")) {
            statics("java/util/Calendar", "getInstance(" + parameters + ")Ljava/util/Calendar;", "calendar");
        }
        NOW.forEach((type, bridged) -> {
            var result = "L" + TIME + type + ";";
            statics(TIME + type, "now()" + result, bridged);
            statics(TIME + type, "now(Ljava/time/Clock;)" + result, bridged);
            if (!type.equals("Instant")) {
                statics(TIME + type, "now(Ljava/time/ZoneId;)" + result, bridged);
            }
        });
        for (var clock : List.of("java/time/Clock", "java/time/InstantSource")) {
            virtual(clock, "instant()Ljava/time/Instant;", "clockInstant", "java/time/InstantSource");
            virtual(clock, "millis()J", "clockMillis", "java/time/InstantSource");
        }
        for (var random : RANDOMS) {
            for (var draw : DRAWS) {
                virtual(random, draw, draw.substring(0, draw.indexOf('(')), RANDOM_GENERATOR);
            }
        }
        // Not a call of a table's kind, but what the scan must find: new Date().
        owners.add("java/util/Date");
        targets.put("java/util/Date.<init>()V", new Target("newDate", "(Ljava/lang/String;)Ljava/util/Date;", true));
    }

    @Override
    public boolean owner(String internalName) {
        return owners.contains(internalName);
    }

    @Override
    public boolean method(String owner, String name, String descriptor) {
        return target(owner, name, descriptor) != null;
    }

    /** Returns what is rewritten, by owner, name and descriptor. */
    Map<String, Target> rows() {
        return Collections.unmodifiableMap(targets);
    }

    @Nullable
    Target target(String owner, String name, String descriptor) {
        return owners.contains(owner) ? targets.get(owner + "." + name + descriptor) : null;
    }

    private void statics(String owner, String method, String bridged) {
        add(owner, method, bridged, "");
    }

    private void virtual(String owner, String method, String bridged, String receiver) {
        add(owner, method, bridged, "L" + receiver + ";");
    }

    private void add(String owner, String method, String bridged, String receiver) {
        owners.add(owner);
        var descriptor = method.substring(method.indexOf('('));
        var arguments = receiver + descriptor.substring(1, descriptor.indexOf(')'));
        var result = descriptor.substring(descriptor.indexOf(')') + 1);
        boolean siteFirst = movable(Type.getArgumentTypes("(" + arguments + ")V"));
        var site = "Ljava/lang/String;";
        targets.put(
                owner + "." + method,
                new Target(bridged, "(" + (siteFirst ? site + arguments : arguments + site) + ")" + result, siteFirst));
    }

    /** Whether a constant can be put below these arguments with one stack instruction. */
    private static boolean movable(Type[] arguments) {
        int slots = 0;
        for (var argument : arguments) {
            slots += argument.getSize();
        }
        return slots == arguments.length && slots <= 2;
    }

    /** A method of {@link io.fluxrun.bridge.Calls}. */
    record Target(String name, String descriptor, boolean siteFirst) {
        int arguments() {
            return Type.getArgumentTypes(descriptor).length - 1;
        }
    }
}
