package io.fluxrun.boundary.log;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code LoggerConfig.processLogEvent(event, …)}: of the logger, and again of each above it. */
final class Log4jEvents extends EventHook {
    @Override
    @Nullable
    Object about(@Nullable Object self, @Nullable Object[] arguments) {
        var event = arguments[0];
        return event == null ? null : Property.of(event, "getMessage");
    }

    @Override
    void tell(LogCall call, @Nullable Object self, @Nullable Object[] arguments) {
        var event = Objects.requireNonNull(arguments[0]);
        tell(call, event, Objects.requireNonNull(Property.of(event, "getMessage")));
    }

    static void tell(LogCall call, Object event, Object message) {
        call.log(
                Property.text(event, "getLevel"),
                Property.text(event, "getLoggerName"),
                text(call, message),
                (Throwable) Property.of(event, "getThrown"));
    }

    private static String text(LogCall call, Object message) {
        var text = call.text();
        if (text != null) {
            return text;
        }
        var type = message.getClass().getName();
        boolean holdsText = type.endsWith(".MutableLogEvent") || type.endsWith(".RingBufferLogEvent");
        boolean ofLog4j = type.startsWith("org.apache.logging.log4j.");
        var parameters = ofLog4j ? (Object[]) Property.of(message, "getParameters") : null;
        if (holdsText || (ofLog4j && Unformatted.arePlain(parameters) && !type.endsWith("ObjectMessage"))) {
            return Property.text(message, "getFormattedMessage");
        }
        return parameters == null || type.endsWith("ObjectMessage")
                ? Unformatted.named(message)
                : Unformatted.braces(Property.text(message, "getFormat"), parameters);
    }
}
