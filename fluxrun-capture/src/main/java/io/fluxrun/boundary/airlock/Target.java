package io.fluxrun.boundary.airlock;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a call leaves the JVM for.
 *
 * @param what for a message: {@code socket to 10.0.0.7:6379}
 * @param loopbackPort the port, if it is one of this machine's loopback interface; else {@link #ELSEWHERE}
 */
record Target(String what, int loopbackPort) {
    static final int ELSEWHERE = -1;

    static Target of(String what) {
        return new Target(what, ELSEWHERE);
    }

    static Target of(String kind, @Nullable SocketAddress address) {
        if (!(address instanceof InetSocketAddress inet)) {
            return of(kind + address);
        }
        boolean loopback = !inet.isUnresolved() && inet.getAddress().isLoopbackAddress();
        return new Target(kind + inet.getHostString() + ":" + inet.getPort(), loopback ? inet.getPort() : ELSEWHERE);
    }
}
