package io.fluxrun.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as data.
 *
 * @param type binary class name
 * @param message exact message, {@code null} if it had none
 * @param frames stack frames from the top, each {@code class#method:line}; line 0 when unknown
 * @param details what the boundary needs to rebuild it (SQLState, vendor code), {@link Value#NULL} if nothing
 * @param cause {@code null} if it had none
 */
public record Thrown(
        String type,
        @Nullable String message,
        List<String> frames,
        Value details,
        @Nullable Thrown cause) {
    /** Frames kept of one exception: the failing line is near the top, the container's frames are not interesting. */
    private static final int FRAMES = 64;

    private static final int CAUSES = 8;

    public Thrown {
        frames = List.copyOf(frames);
    }

    public static Thrown of(Throwable throwable) {
        return of(throwable, Value.NULL);
    }

    public static Thrown of(Throwable throwable, Value details) {
        return of(throwable, details, 0);
    }

    /** Returns a frame as {@link #frames} has them. */
    public static String frame(StackTraceElement frame) {
        return frame.getClassName() + "#" + frame.getMethodName() + ":" + Math.max(0, frame.getLineNumber());
    }

    private static Thrown of(Throwable throwable, Value details, int depth) {
        var stack = throwable.getStackTrace();
        var frames = new java.util.ArrayList<String>();
        for (int i = 0; i < Math.min(stack.length, FRAMES); i++) {
            frames.add(frame(stack[i]));
        }
        var cause = throwable.getCause();
        return new Thrown(
                throwable.getClass().getName(),
                throwable.getMessage(),
                frames,
                details,
                cause == null || cause == throwable || depth >= CAUSES ? null : of(cause, Value.NULL, depth + 1));
    }
}
