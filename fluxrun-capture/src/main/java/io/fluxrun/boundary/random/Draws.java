package io.fluxrun.boundary.random;

import io.fluxrun.hook.Call;
import io.fluxrun.run.Value;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.StringJoiner;
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
            new Draws("java.lang.StrictMath.random()", Draws::toDouble, (random, none) -> random.nextDouble()),
            new Draws("nextInt", Draws::toInt, Draws::nextInt),
            new Draws("nextLong", Value::asLong, Draws::nextLong),
            new Draws("nextDouble", Draws::toDouble, Draws::nextDouble),
            new Draws("nextFloat", value -> Float.valueOf(value.requireText()), Draws::nextFloat),
            new Draws("nextBoolean", Value::flag, (random, none) -> random.nextBoolean()),
            new Draws("nextGaussian", Draws::toDouble, Draws::nextGaussian),
            new Draws("nextExponential", Draws::toDouble, (random, none) -> random.nextExponential()),
            new Draws("nextBytes", Value::bytes, (random, none) -> null),
            new Draws("generateSeed", Value::bytes, (random, none) -> null),
            new Draws("java.security.SecureRandom.getSeed(int)", Value::bytes, (random, none) -> null),
            new Draws("ints", Draws::toInt, (random, arguments) -> nextInt(random, bounds(arguments))),
            new Draws("longs", Value::asLong, (random, arguments) -> nextLong(random, bounds(arguments))),
            new Draws("doubles", Draws::toDouble, (random, arguments) -> nextDouble(random, bounds(arguments))),
            new Draws(
                    "equiDoubles", Draws::toDouble, (random, arguments) -> nextDouble(random, arguments.subList(0, 3))),
            new Draws(
                    "java.math.BigInteger(int,Random)",
                    Draws::toInteger,
                    (random, arguments) -> new BigInteger((Integer) arguments.get(0), random)),
            new Draws(
                    "java.math.BigInteger(int,int,Random)",
                    Draws::toInteger,
                    (random, arguments) -> BigInteger.probablePrime((Integer) arguments.get(0), random)),
            new Draws(
                    "java.math.BigInteger.probablePrime(int,Random)",
                    Draws::toInteger,
                    (random, arguments) -> BigInteger.probablePrime((Integer) arguments.get(0), random)),
            new Draws("java.util.Collections.shuffle(List)", Value::asLong, (random, size) -> random.nextLong()));

    static List<Draws> all() {
        return ALL;
    }

    /** Returns the draw's name in a fixture, with its bounds: {@code java.util.Random.nextInt(10)}. */
    String name(Call call) {
        var bounds = new StringJoiner(",", "(", ")");
        if (call.real() instanceof byte[] bytes) {
            bounds.add(String.valueOf(bytes.length));
        } else {
            for (var argument : call.arguments()) {
                if (argument instanceof Number || argument instanceof Boolean) {
                    bounds.add(argument.toString());
                }
            }
        }
        int parameters = api.indexOf('(');
        return (parameters < 0 ? family(call.arguments().get(0)) + "." + api : api.substring(0, parameters)) + bounds;
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
        if (source instanceof SplittableRandom) {
            return "java.util.SplittableRandom";
        }
        return source instanceof Random ? "java.util.Random" : "java.util.random.RandomGenerator";
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

    private static Object nextFloat(Random random, List<Object> arguments) {
        return switch (arguments.size()) {
            case 2 -> random.nextFloat((Float) arguments.get(1));
            case 3 -> random.nextFloat((Float) arguments.get(1), (Float) arguments.get(2));
            default -> random.nextFloat();
        };
    }

    private static Object nextGaussian(Random random, List<Object> arguments) {
        return arguments.size() == 3
                ? random.nextGaussian((Double) arguments.get(1), (Double) arguments.get(2))
                : random.nextGaussian();
    }

    /** Returns the receiver and the bounds of a stream's elements, without its length. */
    private static List<Object> bounds(List<Object> arguments) {
        int size = arguments.size();
        return switch (size) {
            case 3, 4 -> List.of(arguments.get(0), arguments.get(size - 2), arguments.get(size - 1));
            default -> arguments.subList(0, 1);
        };
    }

    private static Object toInt(Value value) {
        return Math.toIntExact(value.asLong());
    }

    private static Object toInteger(Value value) {
        return new BigInteger(value.requireText());
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
