package io.fluxrun.boundary.random;

import io.fluxrun.hook.Call;
import io.fluxrun.run.Value;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One method that draws: how a recorded value is read back, and how a new one is drawn from another source.
 *
 * @param api as the bridge names it; a random source's method without its class
 */
record Draws(String api, Function<Value, Object> parsed, BiFunction<Random, List<Object>, Object> drawn) {
    private static final List<Draws> ALL = List.of(
            new Draws(
                    "java.util.UUID.randomUUID()",
                    value -> UUID.fromString(value.requireText()),
                    (random, none) -> uuid(random)),
            new Draws("java.lang.Math.random()", Draws::toDouble, (random, none) -> random.nextDouble()),
            new Draws("nextInt", value -> Math.toIntExact(value.asLong()), Draws::nextInt),
            new Draws("nextLong", Value::asLong, Draws::nextLong),
            new Draws("nextDouble", Draws::toDouble, Draws::nextDouble),
            new Draws("nextFloat", value -> Float.valueOf(value.requireText()), (random, none) -> random.nextFloat()),
            new Draws("nextBoolean", Value::flag, (random, none) -> random.nextBoolean()),
            new Draws("nextGaussian", Draws::toDouble, (random, none) -> random.nextGaussian()),
            new Draws("nextBytes", Value::bytes, (random, none) -> null));

    static List<Draws> all() {
        return ALL;
    }

    /** Returns the draw's name in a fixture: {@code java.util.Random.nextInt(10)}. */
    String name(Call call) {
        if (call.arguments().size() == 0) {
            return api;
        }
        var name = new StringBuilder(family(call.arguments().get(0)))
                .append('.')
                .append(api)
                .append('(');
        if (call.real() instanceof byte[] bytes) {
            return name.append(bytes.length).append(')').toString();
        }
        for (int i = 1; i < call.arguments().size(); i++) {
            name.append(i == 1 ? "" : ",").append(call.arguments().get(i));
        }
        return name.append(')').toString();
    }

    /** Returns {@code null} for what this method cannot have returned: the site then counts as unknown. */
    @Nullable
    Object parse(Value recorded) {
        try {
            return parsed.apply(recorded);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            return null;
        }
    }

    Object from(Random random, Call call) {
        if (call.real() instanceof byte[] bytes) {
            var fresh = new byte[bytes.length];
            random.nextBytes(fresh);
            return fresh;
        }
        return drawn.apply(random, call.arguments());
    }

    private static String family(Object source) {
        if (source instanceof SecureRandom) {
            return "java.security.SecureRandom";
        }
        if (source instanceof ThreadLocalRandom) {
            return "java.util.concurrent.ThreadLocalRandom";
        }
        return source instanceof SplittableRandom ? "java.util.SplittableRandom" : "java.util.Random";
    }

    private static Object nextInt(Random random, List<Object> arguments) {
        return switch (arguments.size()) {
            case 2 -> random.nextInt((Integer) arguments.get(1));
            case 3 -> random.nextInt((Integer) arguments.get(1), (Integer) arguments.get(2));
            default -> random.nextInt();
        };
    }

    private static Object nextLong(Random random, List<Object> arguments) {
        return switch (arguments.size()) {
            case 2 -> random.nextLong((Long) arguments.get(1));
            case 3 -> random.nextLong((Long) arguments.get(1), (Long) arguments.get(2));
            default -> random.nextLong();
        };
    }

    private static Object nextDouble(Random random, List<Object> arguments) {
        return switch (arguments.size()) {
            case 2 -> random.nextDouble((Double) arguments.get(1));
            case 3 -> random.nextDouble((Double) arguments.get(1), (Double) arguments.get(2));
            default -> random.nextDouble();
        };
    }

    private static Object toDouble(Value value) {
        return Double.valueOf(value.requireText());
    }

    private static UUID uuid(Random random) {
        long most = (random.nextLong() & ~0xf000L) | 0x4000L;
        long least = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(most, least);
    }
}
