package io.fluxrun.junit;

import io.fluxrun.replay.ReplayResult;
import io.fluxrun.run.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of what a replay answered. */
final class Received {
    private Received() {}

    /** Returns the body of the HTTP answer as text, UTF-8; {@code null} if there is no HTTP answer. */
    static @Nullable String body(ReplayResult replay) {
        if (replay.received().httpStatus() < 0) {
            return null;
        }
        Value body = replay.received().result().get("body");
        byte[] bytes = body.bytes();
        return bytes == null ? body.text() : new String(bytes, StandardCharsets.UTF_8);
    }

    static List<String> header(ReplayResult replay, String name) {
        return replay.received().result().get("headers").items().stream()
                .filter(header -> name.equalsIgnoreCase(header.items().get(0).text()))
                .map(header -> header.items().get(1).requireText())
                .toList();
    }

    /** Whether the class of this name is the type or below it, as the type's own loader sees it. */
    static boolean isA(String className, Class<?> type) {
        try {
            return type.isAssignableFrom(Class.forName(className, false, type.getClassLoader()));
        } catch (ClassNotFoundException unknown) {
            return fromContext(className, type);
        }
    }

    /** A JDK type's loader does not see the application's classes. */
    private static boolean fromContext(String className, Class<?> type) {
        try {
            return type.isAssignableFrom(
                    Class.forName(className, false, Thread.currentThread().getContextClassLoader()));
        } catch (ClassNotFoundException unknown) {
            return false;
        }
    }
}
