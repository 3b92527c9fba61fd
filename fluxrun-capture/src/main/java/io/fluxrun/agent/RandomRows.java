package io.fluxrun.agent;

import io.fluxrun.agent.CallRow.Answer;
import java.util.ArrayList;
import java.util.List;

/** Every way to draw a random value. */
final class RandomRows {
    static final String GENERATOR = "java/util/random/RandomGenerator";
    private static final String SECURE = "java/security/SecureRandom";
    private static final String INTEGER = "java/math/BigInteger";
    private static final List<String> OWNERS = List.of(
            "java/util/Random",
            SECURE,
            "java/util/concurrent/ThreadLocalRandom",
            "java/util/SplittableRandom",
            GENERATOR,
            GENERATOR + "$StreamableGenerator",
            GENERATOR + "$SplittableGenerator",
            GENERATOR + "$JumpableGenerator",
            GENERATOR + "$LeapableGenerator",
            GENERATOR + "$ArbitrarilyJumpableGenerator");
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
            "nextFloat(F)F",
            "nextFloat(FF)F",
            "nextBoolean()Z",
            "nextGaussian()D",
            "nextGaussian(DD)D",
            "nextExponential()D");
    private static final List<String> STREAMS = List.of(
            "ints()Ljava/util/stream/IntStream;",
            "ints(J)Ljava/util/stream/IntStream;",
            "ints(II)Ljava/util/stream/IntStream;",
            "ints(JII)Ljava/util/stream/IntStream;",
            "longs()Ljava/util/stream/LongStream;",
            "longs(J)Ljava/util/stream/LongStream;",
            "longs(JJ)Ljava/util/stream/LongStream;",
            "longs(JJJ)Ljava/util/stream/LongStream;",
            "doubles()Ljava/util/stream/DoubleStream;",
            "doubles(J)Ljava/util/stream/DoubleStream;",
            "doubles(DD)Ljava/util/stream/DoubleStream;",
            "doubles(JDD)Ljava/util/stream/DoubleStream;",
            "equiDoubles(DDZZ)Ljava/util/stream/DoubleStream;");

    private RandomRows() {}

    static List<CallRow> all() {
        var rows = new ArrayList<CallRow>();
        for (var owner : OWNERS) {
            rows.addAll(ofGenerator(owner));
        }
        rows.add(CallRow.written(SECURE, "nextBytes([BLjava/security/SecureRandomParameters;)V", SECURE, "nextBytes"));
        rows.add(CallRow.virtual(SECURE, "generateSeed(I)[B", SECURE, "generateSeed", Answer.VALUE));
        rows.add(CallRow.statics(SECURE, "getSeed(I)[B", Answer.VALUE));
        rows.add(CallRow.statics("java/util/UUID", "randomUUID()Ljava/util/UUID;", Answer.VALUE));
        rows.add(CallRow.statics("java/lang/Math", "random()D", Answer.VALUE));
        rows.add(CallRow.statics("java/lang/StrictMath", "random()D", Answer.VALUE));
        rows.add(CallRow.statics(INTEGER, "<init>(ILjava/util/Random;)V", Answer.VALUE));
        rows.add(CallRow.statics(INTEGER, "<init>(IILjava/util/Random;)V", Answer.VALUE));
        rows.add(CallRow.statics(INTEGER, "probablePrime(ILjava/util/Random;)Ljava/math/BigInteger;", Answer.VALUE));
        for (var random : List.of("", "Ljava/util/Random;", "L" + GENERATOR + ";")) {
            rows.add(CallRow.written(
                    "java/util/Collections", "shuffle(Ljava/util/List;" + random + ")V", "", "shuffle"));
        }
        return rows;
    }

    /** Returns the draws that a class of the application has, too, if it extends a source of the JDK. */
    static List<CallRow> ofGenerator(String owner) {
        var rows = new ArrayList<CallRow>();
        for (var draw : DRAWS) {
            rows.add(CallRow.virtual(owner, draw, GENERATOR, draw.substring(0, draw.indexOf('(')), Answer.VALUE));
        }
        for (var stream : STREAMS) {
            rows.add(
                    CallRow.virtual(owner, stream, GENERATOR, stream.substring(0, stream.indexOf('(')), Answer.STREAM));
        }
        rows.add(CallRow.written(owner, "nextBytes([B)V", GENERATOR, "nextBytes"));
        return rows;
    }
}
