package io.fluxrun.boundary.log;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import io.fluxrun.hook.HookPoint.Match;
import java.util.List;
import java.util.Set;

/**
 * Log events, each seen once where its framework has decided to write it: behind levels and filters of the logger, before
 * the appenders. Nothing is formatted that the application does not format.
 */
public final class LogBoundary {
    public static final String NAME = "log";

    private static final String JUL_RECORD = "(Ljava/util/logging/LogRecord;)";
    private static final String MESSAGE = "org.apache.logging.log4j.message.";

    private LogBoundary() {}

    public static List<HookPoint> points() {
        return List.of(
                on("ch.qos.logback.classic.Logger", new LogbackEvents(), "callAppenders"),
                on("ch.qos.logback.classic.spi.LoggingEvent", new TextHook(), "getFormattedMessage"),
                on("org.apache.logging.log4j.core.config.LoggerConfig", new Log4jEvents(), "processLogEvent"),
                on("org.apache.logging.log4j.core.async.RingBufferLogEvent", new Log4jRingEvents(), "setValues"),
                log4jMessages(new TextHook(), "getFormattedMessage()"),
                log4jMessages(new BufferHook(), "formatTo(Ljava/lang/StringBuilder;)"),
                on("java.util.logging.Logger", new JulEvents(), "log" + JUL_RECORD),
                on("java.util.logging.Logger", new PassedHook(), "accessCheckedHandlers"),
                on("java.util.logging.Formatter", new TextHook(), "formatMessage" + JUL_RECORD),
                bridge("org.slf4j.bridge.SLF4JBridgeHandler"),
                bridge("org.apache.logging.log4j.jul.Log4jBridgeHandler"));
    }

    /** What a bridge's handler gets is an event of the framework behind it, which may have another level. */
    private static HookPoint bridge(String handler) {
        return on(handler, new BridgeHook(), "publish" + JUL_RECORD);
    }

    private static HookPoint log4jMessages(Hook hook, String method) {
        var types = Set.of(
                MESSAGE + "ParameterizedMessage",
                MESSAGE + "ObjectMessage",
                MESSAGE + "MapMessage",
                MESSAGE + "StructuredDataMessage",
                MESSAGE + "StringFormattedMessage",
                MESSAGE + "MessageFormatMessage",
                MESSAGE + "FormattedMessage",
                MESSAGE + "LocalizedMessage");
        return new HookPoint(NAME, types, Match.EXACT, Set.of(method), hook);
    }

    private static HookPoint on(String type, Hook hook, String method) {
        return HookPoint.on(NAME, type, hook, method);
    }
}
