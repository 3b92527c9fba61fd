package io.fluxrun.boundary.http.message;

import io.fluxrun.scope.Replaying;
import java.net.URI;
import java.util.Set;

/** Servers that the test runs itself. */
public final class Loopback {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    public static boolean isDeclared(Replaying replaying, URI uri) {
        return uri.getHost() != null
                && HOSTS.contains(uri.getHost())
                && uri.getPort() > 0
                && replaying.allowsLoopback(uri.getPort());
    }

    /** @param origin {@code http://localhost:8080} */
    public static boolean isDeclared(Replaying replaying, String origin) {
        int host = origin.indexOf("://") + 3;
        int colon = origin.lastIndexOf(':');
        return colon > host
                && HOSTS.contains(origin.substring(host, colon))
                && replaying.allowsLoopback(Integer.parseInt(origin.substring(colon + 1)));
    }
}
