package io.fluxrun.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What intercepted methods call where they end; defined beside {@link Bridge} as {@code java.lang.$FluxRunReturns}. There
 * is a method for each kind of result, so that nothing is boxed where no hook is interested. Thread-safe.
 */
public final class Returns {
    private Returns() {}

    /** Before {@code return}; an unchecked throw of what the hook answered with is the only exception. */
    public static void returned(
            int point, @Nullable Object token, @Nullable Object self, Object @Nullable [] arguments) {
        if (token != null) {
            answer(null, point, token, self, arguments);
        }
    }

    public static @Nullable Object returned(
            @Nullable Object result,
            int point,
            @Nullable Object token,
            @Nullable Object self,
            Object @Nullable [] arguments) {
        return token == null ? result : answer(result, point, token, self, arguments);
    }

    public static int returned(
            int result, int point, @Nullable Object token, @Nullable Object self, Object @Nullable [] arguments) {
        if (token != null && answer(result, point, token, self, arguments) instanceof Integer answer) {
            return answer;
        }
        return result;
    }

    public static long returned(
            long result, int point, @Nullable Object token, @Nullable Object self, Object @Nullable [] arguments) {
        if (token != null && answer(result, point, token, self, arguments) instanceof Long answer) {
            return answer;
        }
        return result;
    }

    public static boolean returned(
            boolean result, int point, @Nullable Object token, @Nullable Object self, Object @Nullable [] arguments) {
        if (token != null && answer(result, point, token, self, arguments) instanceof Boolean answer) {
            return answer;
        }
        return result;
    }

    public static double returned(
            double result, int point, @Nullable Object token, @Nullable Object self, Object @Nullable [] arguments) {
        if (token != null && answer(result, point, token, self, arguments) instanceof Double answer) {
            return answer;
        }
        return result;
    }

    public static float returned(
            float result, int point, @Nullable Object token, @Nullable Object self, Object @Nullable [] arguments) {
        if (token != null && answer(result, point, token, self, arguments) instanceof Float answer) {
            return answer;
        }
        return result;
    }

    public static byte returned(
            byte result, int point, @Nullable Object token, @Nullable Object self, Object @Nullable [] arguments) {
        if (token != null && answer(result, point, token, self, arguments) instanceof Byte answer) {
            return answer;
        }
        return result;
    }

    public static short returned(
            short result, int point, @Nullable Object token, @Nullable Object self, Object @Nullable [] arguments) {
        if (token != null && answer(result, point, token, self, arguments) instanceof Short answer) {
            return answer;
        }
        return result;
    }

    public static char returned(
            char result, int point, @Nullable Object token, @Nullable Object self, Object @Nullable [] arguments) {
        if (token != null && answer(result, point, token, self, arguments) instanceof Character answer) {
            return answer;
        }
        return result;
    }

    /** After a throw; an array replaces the outcome {result, thrown}. */
    public static Object @Nullable [] threw(
            int point, @Nullable Object token, @Nullable Object self, Object @Nullable [] arguments, Throwable thrown) {
        return token == null ? null : Bridge.exit(point, token, self, arguments, null, thrown);
    }

    private static @Nullable Object answer(
            @Nullable Object result, int point, Object token, @Nullable Object self, Object @Nullable [] arguments) {
        Object[] outcome = Bridge.exit(point, token, self, arguments, result, null);
        if (outcome == null || outcome.length < 2) {
            return result;
        }
        if (outcome[1] instanceof Throwable failure) {
            throw Returns.<RuntimeException>unchecked(failure);
        }
        return outcome[1] == null ? outcome[0] : result;
    }

    /** The intercepted method may declare what the compiler does not know of here. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
