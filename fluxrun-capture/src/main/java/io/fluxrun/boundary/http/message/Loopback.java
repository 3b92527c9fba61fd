package io.fluxrun.boundary.http.message;

import io.fluxrun.scope.Replaying;
import java.net.URI;
import java.util.Set;

/** Servers that the test runs itself. */
public final class Loopback {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    public static boolean isDeclared(Replaying replaying, URI uri) {
        return isDeclared(replaying, uri.toString());
    }

    /** @param url {@code http://localhost:8080}; what follows does not count */
    public static boolean isDeclared(Replaying replaying, String url) {
        var at = LenientUrl.of(url);
        return HOSTS.contains(at.host()) && at.port() > 0 && replaying.allowsLoopback(at.port());
    }
}
