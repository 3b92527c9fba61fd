package com.acme.log;

import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** One logger of one framework; messages have places {@code {}}. */
interface Logs {
    void debug(String message, Object... arguments);

    void info(String message, Object... arguments);

    void warn(String message, Throwable thrown);

    static Logs of(String framework, String logger) {
        return switch (framework) {
            case "slf4j" -> new Slf4j(org.slf4j.LoggerFactory.getLogger(logger));
            case "log4j" -> new Log4j(org.apache.logging.log4j.LogManager.getLogger(logger));
            default -> Jul.of(framework, logger);
        };
    }

    /** @param to SLF4J's */
    record Slf4j(org.slf4j.Logger to) implements Logs {
        @Override
        public void debug(String message, Object... arguments) {
            to.debug(message, arguments);
        }

        @Override
        public void info(String message, Object... arguments) {
            to.info(message, arguments);
        }

        @Override
        public void warn(String message, Throwable thrown) {
            to.warn(message, thrown);
        }
    }

    /** @param to Log4j's */
    record Log4j(org.apache.logging.log4j.Logger to) implements Logs {
        @Override
        public void debug(String message, Object... arguments) {
            to.debug(message, arguments);
        }

        @Override
        public void info(String message, Object... arguments) {
            to.info(message, arguments);
        }

        @Override
        public void warn(String message, Throwable thrown) {
            to.warn(message, thrown);
        }
    }

    /** @param to the JDK's */
    record Jul(java.util.logging.Logger to) implements Logs {
        static Logs of(String framework, String name) {
            var root = java.util.logging.Logger.getLogger("");
            for (Handler handler : root.getHandlers()) {
                if (handler instanceof ConsoleHandler) {
                    root.removeHandler(handler);
                }
            }
            var logger = java.util.logging.Logger.getLogger(name);
            if (framework.equals("jul-to-slf4j")) {
                if (!SLF4JBridgeHandler.isInstalled()) {
                    SLF4JBridgeHandler.install();
                }
                logger.setLevel(Level.ALL);
            } else if (logger.getHandlers().length == 0) {
                logger.setLevel(name.endsWith("quiet") ? Level.FINE : Level.INFO);
                logger.setFilter(event -> !event.getMessage().startsWith("filtered"));
                var handler = new Flushed();
                handler.setLevel(name.endsWith("quiet") ? Level.OFF : Level.ALL);
                logger.addHandler(handler);
            }
            return new Jul(logger);
        }

        @Override
        public void debug(String message, Object... arguments) {
            to.log(Level.FINE, numbered(message), arguments);
        }

        @Override
        public void info(String message, Object... arguments) {
            to.log(Level.INFO, numbered(message), arguments);
        }

        @Override
        public void warn(String message, Throwable thrown) {
            to.log(Level.WARNING, message, thrown);
        }

        private static String numbered(String message) {
            return message.replace("{}", "{0}");
        }
    }

    /** Writes each line to the console. */
    final class Flushed extends StreamHandler {
        Flushed() {
            super(System.out, new Lines());
        }

        @Override
        public synchronized void publish(LogRecord event) {
            super.publish(event);
            flush();
        }
    }

    /** Level, logger and message. */
    final class Lines extends Formatter {
        @Override
        public String format(LogRecord event) {
            @Nullable Throwable thrown = event.getThrown();
            return event.getLevel() + " " + event.getLoggerName() + " " + formatMessage(event)
                    + (thrown == null ? "" : " " + thrown) + "\n";
        }
    }
}
