package io.fluxrun.scope;

import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log line as it was when it was written. */
record LogLine(
        String lane,
        Trail.Moment at,
        String level,
        String logger,
        String message,
        @Nullable Copy thrown,
        int bytes) {
    private static final int LONGEST = 8 * 1024;
    private static final int OBJECT = 96;

    static LogLine of(
            String lane, Trail.Moment at, String level, String logger, String message, @Nullable Throwable thrown) {
        var text = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
        var copy = thrown == null ? null : Copy.of(thrown, 0);
        return new LogLine(lane, at, level, logger, text, copy, OBJECT + text.length() + Copy.bytes(copy));
    }

    LogEvent event() {
        return new LogEvent(lane, at.nanos(), level, logger, message, thrown == null ? null : thrown.told());
    }

    /** What an exception says now. Its frames cannot change: they are made to text only if the run is kept. */
    record Copy(
            String type,
            @Nullable String message,
            List<StackTraceElement> frames,
            @Nullable Copy cause) {
        /** The place of a logged error is near the top. */
        private static final int FRAMES = 8;

        private static final int CAUSES = 4;

        static Copy of(Throwable thrown, int depth) {
            var message = thrown.getMessage();
            var cause = thrown.getCause();
            var stack = thrown.getStackTrace();
            return new Copy(
                    thrown.getClass().getName(),
                    message != null && message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message,
                    List.of(Arrays.copyOf(stack, Math.min(stack.length, FRAMES))),
                    cause == null || cause == thrown || depth >= CAUSES ? null : of(cause, depth + 1));
        }

        static int bytes(@Nullable Copy copy) {
            return copy == null
                    ? 0
                    : OBJECT + OBJECT + (copy.message == null ? 0 : copy.message.length()) + bytes(copy.cause);
        }

        Thrown told() {
            return new Thrown(
                    type,
                    message,
                    frames.stream().map(Thrown::frame).toList(),
                    Value.NULL,
                    cause == null ? null : cause.told());
        }
    }
}
