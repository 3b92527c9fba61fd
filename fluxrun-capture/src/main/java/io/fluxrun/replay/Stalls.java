package io.fluxrun.replay;

import io.fluxrun.run.OrderEvent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a lane that does not go on is doing, in words. */
final class Stalls {
    private static final String METHOD_HANDLES = "java.lang.invoke.";

    private Stalls() {}

    /**
     * An event does not come, and all lanes wait.
     *
     * @param thread of its lane, {@code null} if its work has not begun
     */
    static String waiting(OrderEvent due, OrderEvent instead, @Nullable Thread thread) {
        return "stalled: all lanes waited, lane " + due.lane() + " for its " + named(due) + ", which came before the "
                + named(instead) + " of lane " + instead.lane() + " in the recording; it " + doing(thread)
                + ", so the others went on without it";
    }

    /** What came in time when it was recorded does not come, and nobody is left who could bring it. */
    static String vain(String lane, Thread thread) {
        return "stalled: all lanes waited, lane " + lane + " for what came in time in the recording; it "
                + doing(thread) + ", so its time was over";
    }

    /** Returns what a thread does; {@code turn}: the event that it waits to do, if it does. */
    static String doing(Thread thread, @Nullable OrderEvent turn) {
        return turn == null
                ? doing(thread)
                : "waits for its turn with its " + named(turn) + " at " + at(thread.getStackTrace());
    }

    static String running(OrderEvent due) {
        return "order not kept: another lane kept running and reached nothing that was recorded, so lane " + due.lane()
                + " went on with its " + named(due);
    }

    /** Returns what a thread does and for which method of the application; {@code null}: there is none. */
    static String doing(@Nullable Thread thread) {
        if (thread == null) {
            return "has not begun, no thread has taken its work";
        }
        var stack = thread.getStackTrace();
        var own = own(stack);
        var at = at(stack);
        var api = Arrays.stream(stack)
                .takeWhile(frame -> !isOfFluxRun(frame) && (own.isEmpty() || !frame.equals(own.get())))
                .filter(frame ->
                        isOfJdk(frame.getClassName()) && !frame.getClassName().startsWith(METHOD_HANDLES))
                .reduce((inner, outer) -> outer)
                .map(frame -> frame.getClassName() + "#" + frame.getMethodName() + " called by ")
                .orElse("");
        return switch (thread.getState()) {
            case BLOCKED -> "waits for a lock at " + at;
            case WAITING, TIMED_WAITING -> "waits in " + api + at;
            default -> "runs at " + at;
        };
    }

    private static Optional<StackTraceElement> own(StackTraceElement... stack) {
        return Arrays.stream(stack)
                .filter(frame -> !isOfJdk(frame.getClassName()))
                .filter(frame -> !isOfFluxRun(frame))
                .findFirst();
    }

    private static String at(StackTraceElement... stack) {
        return own(stack)
                .map(frame -> frame.getClassName() + "#" + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("the JDK");
    }

    private static String named(OrderEvent event) {
        return switch (event.event()) {
            case OrderEvent.EXCHANGE -> "exchange " + event.ref();
            case OrderEvent.HANDOVER -> "hand-over to " + event.ref();
            case OrderEvent.SLEEP, OrderEvent.WAIT -> event.event() + " in " + event.ref();
            default -> event.event() + " " + event.ref();
        };
    }

    private static boolean isOfFluxRun(StackTraceElement frame) {
        return frame.getClassName().startsWith("io.fluxrun.");
    }

    private static boolean isOfJdk(String type) {
        return type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.");
    }
}
