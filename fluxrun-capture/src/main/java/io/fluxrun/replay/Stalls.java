package io.fluxrun.replay;

import io.fluxrun.run.OrderEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a lane that does not go on is doing, in words. */
final class Stalls {
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
        var own = Arrays.stream(stack)
                .filter(frame -> !isOfJdk(frame.getClassName()))
                .filter(frame -> !frame.getClassName().startsWith("io.fluxrun."))
                .findFirst();
        var at = own.map(frame -> frame.getClassName() + "#" + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("the JDK");
        var api = Arrays.stream(stack)
                .takeWhile(frame -> own.isEmpty() || !frame.equals(own.get()))
                .filter(frame -> isOfJdk(frame.getClassName()))
                .reduce((inner, outer) -> outer)
                .map(frame -> frame.getClassName() + "#" + frame.getMethodName() + " called by ")
                .orElse("");
        return switch (thread.getState()) {
            case BLOCKED -> "waits for a lock at " + at;
            case WAITING, TIMED_WAITING -> "waits in " + api + at;
            default -> "runs at " + at;
        };
    }

    private static String named(OrderEvent event) {
        return switch (event.event()) {
            case OrderEvent.EXCHANGE -> "exchange " + event.ref();
            case OrderEvent.HANDOVER -> "hand-over to " + event.ref();
            default -> event.event() + " " + event.ref();
        };
    }

    private static boolean isOfJdk(String type) {
        return type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.");
    }
}
