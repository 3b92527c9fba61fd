package io.fluxrun.boundary.log;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code Logger.callAppenders(event)}: an event that its logger's level and the turbo filters have let pass. */
final class LogbackEvents extends EventHook {
    @Override
    @Nullable
    Object about(@Nullable Object self, @Nullable Object[] arguments) {
        return arguments[0];
    }

    @Override
    void tell(LogCall call, @Nullable Object self, @Nullable Object[] arguments) {
        var event = Objects.requireNonNull(arguments[0]);
        var proxy = Property.of(event, "getThrowableProxy");
        call.log(
                Property.text(event, "getLevel"),
                Property.text(event, "getLoggerName"),
                message(call, event),
                proxy == null ? null : (Throwable) Property.of(proxy, "getThrowable"));
    }

    private static String message(LogCall call, Object event) {
        var text = call.text();
        if (text != null) {
            return text;
        }
        var arguments = (Object[]) Property.of(event, "getArgumentArray");
        return Unformatted.arePlain(arguments)
                ? Property.text(event, "getFormattedMessage")
                : Unformatted.braces(Property.text(event, "getMessage"), arguments);
    }
}
