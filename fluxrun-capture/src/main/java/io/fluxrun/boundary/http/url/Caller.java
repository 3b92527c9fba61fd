package io.fluxrun.boundary.http.url;

import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** For whom this thread opens a connection: the one who opens it is not told. */
final class Caller {
    private static final ThreadLocal<@Nullable HttpURLConnection> CURRENT = new ThreadLocal<>();

    private Caller() {}

    /** Returns who was before, for {@link #restore}. */
    static Before set(HttpURLConnection connection) {
        var before = new Before(CURRENT.get());
        CURRENT.set(connection);
        return before;
    }

    static void restore(Before before) {
        if (before.connection() == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before.connection());
        }
    }

    static @Nullable HttpURLConnection current() {
        return CURRENT.get();
    }

    record Before(@Nullable HttpURLConnection connection) {}
}
