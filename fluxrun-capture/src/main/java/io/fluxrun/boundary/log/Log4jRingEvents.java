package io.fluxrun.boundary.log;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code RingBufferLogEvent.setValues(…, message, …)}: how an async logger hands an event to its thread. */
final class Log4jRingEvents extends EventHook {
    private static final int MESSAGE = 5;

    @Override
    @Nullable
    Object about(@Nullable Object self, @Nullable Object[] arguments) {
        return arguments[MESSAGE];
    }

    @Override
    void tell(LogCall call, @Nullable Object self, @Nullable Object[] arguments) {
        var event = Objects.requireNonNull(self);
        var message = Objects.requireNonNull(arguments[MESSAGE]);
        boolean isCopied = Arrays.stream(message.getClass().getInterfaces())
                .anyMatch(type -> type.getName().endsWith(".ReusableMessage"));
        Log4jEvents.tell(call, event, isCopied ? event : message);
    }
}
