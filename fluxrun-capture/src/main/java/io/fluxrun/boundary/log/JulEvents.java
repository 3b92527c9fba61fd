package io.fluxrun.boundary.log;

import java.util.Objects;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code Logger.log(record)}: where all ways to log meet, before level and filter are asked. */
final class JulEvents extends EventHook {
    @Override
    @Nullable
    Object about(@Nullable Object self, @Nullable Object[] arguments) {
        return arguments[0];
    }

    @Override
    void tell(LogCall call, @Nullable Object self, @Nullable Object[] arguments) {
        if (call.hasPassed()) {
            var event = (LogRecord) Objects.requireNonNull(arguments[0]);
            var logger = event.getLoggerName() == null
                    ? ((Logger) Objects.requireNonNull(self)).getName()
                    : event.getLoggerName();
            call.log(
                    event.getLevel().getName(),
                    Objects.requireNonNullElse(logger, ""),
                    message(call, event),
                    event.getThrown());
        }
    }

    private static String message(LogCall call, LogRecord event) {
        var text = call.text();
        return text == null
                ? Unformatted.numbered(Objects.requireNonNullElse(event.getMessage(), ""), event.getParameters())
                : text;
    }
}
