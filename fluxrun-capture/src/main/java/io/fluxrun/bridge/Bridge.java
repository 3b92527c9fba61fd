package io.fluxrun.bridge;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What instrumented code calls. Never used under this name: its bytes are renamed to {@code java.lang.$FluxRun} and
 * defined into {@code java.base}, where every class of every loader can see them. A field that is {@code null} means
 * "off": the original behaviour. Nothing that FluxRun throws leaves this class. Thread-safe.
 */
public final class Bridge {
    /** Two FluxRuns in one JVM work together only if this is equal in both. */
    public static final int PROTOCOL = 1;

    /** Version and origin of the FluxRun that installed itself, for messages. */
    public static volatile @Nullable String owner;

    /** By hook point: (self, arguments) to token. */
    public static volatile BiFunction<Object, Object[], Object> @Nullable [] enters;

    /** By hook point: ({token, self, result, thrown}, arguments) to {result, thrown} or {@code null}. */
    public static volatile BiFunction<Object[], Object[], Object[]> @Nullable [] exits;

    /** Told what FluxRun's own code threw, and where: the index of a hook point or the name of a called method. */
    public static volatile @Nullable BiConsumer<Object, Throwable> failures;

    /** Whether this thread is in a lane; asked before anything is allocated. */
    public static volatile @Nullable BooleanSupplier lane;

    /** From call site to the time in milliseconds. */
    public static volatile @Nullable ToLongFunction<String> currentTimeMillis;

    /** From call site to the time in nanoseconds. */
    public static volatile @Nullable ToLongFunction<String> nanoTime;

    /** From call site to {@link Instant#now()}: the clock that is read most has no array made for it. */
    public static volatile @Nullable Function<String, Instant> instant;

    /** From {api, site, real value, receiver or argument, further arguments} to the value the application gets. */
    public static volatile @Nullable Function<Object[], Object> calls;

    /** From {api, site, receiver or argument, further arguments} to a wait's {result, thrown} or {@code null}. */
    public static volatile @Nullable Function<Object[], Object[]> waits;

    /** Runs a task that was handed over in its lane: before it, from the task and who runs it to a token or {@code null}. */
    public static volatile @Nullable BinaryOperator<Object> taskBegins;

    /** After the task: gets the token. */
    public static volatile @Nullable Consumer<Object> taskEnds;

    private static final Object[] NO_ARGUMENTS = {};

    private Bridge() {}

    /** Whether this thread is in a lane; asked before hooks that are of no interest elsewhere. */
    public static boolean inLane() {
        BooleanSupplier current = lane;
        try {
            return current != null && current.getAsBoolean();
        } catch (Throwable thrown) {
            failed("the lane", thrown);
            return false;
        }
    }

    /** Before an intercepted method; an array is the method's outcome {result, thrown}, which is then skipped. */
    @SuppressWarnings("NullAway") // generic java.base types cannot say that self may be null
    public static @Nullable Object enter(int point, @Nullable Object self, Object @Nullable [] arguments) {
        BiFunction<Object, Object[], Object>[] hooks = enters;
        if (hooks == null) {
            return null;
        }
        try {
            return hooks[point].apply(self, arguments == null ? NO_ARGUMENTS : arguments);
        } catch (Throwable thrown) {
            failed(point, thrown);
            return null;
        }
    }

    /** After an intercepted method; an array replaces its outcome {result, thrown}. */
    @SuppressWarnings("NullAway")
    public static Object @Nullable [] exit(
            int point,
            Object token,
            @Nullable Object self,
            Object @Nullable [] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        BiFunction<Object[], Object[], Object[]>[] hooks = exits;
        if (hooks == null) {
            return null;
        }
        try {
            return hooks[point].apply(
                    new Object[] {token, self, result, thrown}, arguments == null ? NO_ARGUMENTS : arguments);
        } catch (Throwable failure) {
            failed(point, failure);
            return null;
        }
    }

    /** After a constructor: nothing can be skipped or replaced. */
    public static void constructed(int point, Object self, Object @Nullable [] arguments) {
        Object token = enter(point, self, arguments);
        if (token != null && !(token instanceof Object[])) {
            exit(point, token, self, arguments, null, null);
        }
    }

    /** In place of {@code task.run()} in a pool's worker. */
    public static void run(Runnable task, Object executor) {
        BinaryOperator<Object> begins = taskBegins;
        Object token = null;
        if (begins != null) {
            try {
                token = begins.apply(task, executor);
            } catch (Throwable thrown) {
                failed("Runnable.run", thrown);
            }
        }
        if (token == null) {
            task.run();
            return;
        }
        try {
            task.run();
        } finally {
            taskEnded(token);
        }
    }

    private static void taskEnded(Object token) {
        Consumer<Object> ends = taskEnds;
        try {
            if (ends != null) {
                ends.accept(token);
            }
        } catch (Throwable thrown) {
            failed("Runnable.run", thrown);
        }
    }

    static void failed(Object where, Throwable thrown) {
        try {
            BiConsumer<Object, Throwable> listener = failures;
            if (listener != null) {
                listener.accept(where, thrown);
            }
        } catch (Throwable lost) {
            // Out of memory or of stack: there is nobody left to tell, and the application must go on.
        }
    }
}
