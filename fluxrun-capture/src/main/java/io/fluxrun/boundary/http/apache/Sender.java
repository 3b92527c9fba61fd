package io.fluxrun.boundary.http.apache;

import org.jspecify.annotations.Nullable;

/** What this thread is about to send: who connects is not told. */
final class Sender {
    private static final ThreadLocal<@Nullable Sent> CURRENT = new ThreadLocal<>();

    private Sender() {}

    record Sent(String method, String url) {}

    record Before(@Nullable Sent sent) {}

    static Before set(Sent sent) {
        var before = new Before(CURRENT.get());
        CURRENT.set(sent);
        return before;
    }

    static void restore(Before before) {
        if (before.sent() == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before.sent());
        }
    }

    static @Nullable Sent current() {
        return CURRENT.get();
    }
}
