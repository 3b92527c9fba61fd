package io.fluxrun.boundary.log;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.text.MessageFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages that no appender has formatted. Formatting one here would run {@code toString} of the application's objects,
 * which may reach a database, where the application itself does not: such arguments are told by their class.
 */
final class Unformatted {
    private Unformatted() {}

    static boolean arePlain(@Nullable Object @Nullable [] arguments) {
        if (arguments != null) {
            for (Object argument : arguments) {
                if (!isPlain(argument)) {
                    return false;
                }
            }
        }
        return true;
    }

    static String named(Object object) {
        return "{" + object.getClass().getName() + "}";
    }

    /** Puts arguments in the places of {@code {}}. */
    static String braces(String pattern, @Nullable Object @Nullable [] arguments) {
        var text = new StringBuilder();
        int from = 0;
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            int place = pattern.indexOf("{}", from);
            if (place < 0) {
                break;
            }
            text.append(pattern, from, place).append(shown(arguments[i]));
            from = place + 2;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    /** Puts arguments in the places of {@code {0}}, as {@code java.util.logging} does. */
    static String numbered(String pattern, @Nullable Object @Nullable [] arguments) {
        if (arguments == null || arguments.length == 0 || !pattern.contains("{")) {
            return pattern;
        }
        var shown = new Object[arguments.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = shown(arguments[i]);
        }
        try {
            return MessageFormat.format(pattern, shown);
        } catch (IllegalArgumentException noPattern) {
            return pattern;
        }
    }

    private static Object shown(@Nullable Object argument) {
        if (argument == null) {
            return "null";
        }
        return isPlain(argument) ? argument : named(argument);
    }

    private static boolean isPlain(@Nullable Object argument) {
        return argument == null
                || argument instanceof String
                || argument instanceof Boolean
                || argument instanceof Character
                || argument.getClass() == Integer.class
                || argument.getClass() == Long.class
                || argument.getClass() == Double.class
                || argument.getClass() == BigDecimal.class
                || argument.getClass() == BigInteger.class
                || argument instanceof UUID
                || argument instanceof URI
                || argument.getClass().getPackageName().equals("java.time");
    }
}
