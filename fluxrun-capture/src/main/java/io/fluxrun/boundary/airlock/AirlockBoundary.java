package io.fluxrun.boundary.airlock;

import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import java.util.List;
import java.util.stream.Stream;

/** Every way out of a JVM that no other boundary has taken. Immutable and thread-safe. */
public final class AirlockBoundary {
    /** The boundary's name in messages: nothing of it is ever recorded. */
    public static final String NAME = "airlock";

    private static final String CONNECT = "connect(Ljava/net/SocketAddress;";

    private AirlockBoundary() {}

    /**
     * Returns the points to intercept, for the agent to install. A known exchange passes them because its thread's lane
     * is suspended; servers are not concerned, because accepting is no way out.
     */
    public static List<HookPoint> points() {
        Hook sockets = new Gate("socket", Destinations::socket);
        Hook datagrams = new Gate("socket", Destinations::datagram);
        Hook names = new Gate("dns", Destinations::name);
        Hook processes = new Gate("process", Destinations::process);
        return Stream.concat(
                        Stream.concat(OpenConnections.points().stream(), ClientGate.points().stream()),
                        Stream.of(
                                on("java.net.Socket", sockets, CONNECT + "I)"),
                                on("sun.nio.ch.SocketChannelImpl", sockets, CONNECT + ")", "blockingConnect"),
                                on("sun.nio.ch.AsynchronousSocketChannelImpl", sockets, "connect"),
                                on(
                                        "sun.nio.ch.DatagramChannelImpl",
                                        datagrams,
                                        CONNECT + "Z)",
                                        "blockingSend",
                                        "send(Ljava/nio/ByteBuffer;Ljava/net/SocketAddress;)",
                                        "write(Ljava/nio/ByteBuffer;)",
                                        "write([Ljava/nio/ByteBuffer;II)"),
                                on(
                                        "sun.nio.ch.DatagramChannelImpl",
                                        new Gate("socket", Destinations::received),
                                        "beginRead"),
                                on(
                                        "java.net.InetAddress",
                                        names,
                                        "getAllByName0(Ljava/lang/String;Ljava/net/InetAddress;ZZ)",
                                        "getAllByName0(Ljava/lang/String;Z)"),
                                on("java.net.InetAddress", new OwnNameHook(), "getLocalHost"),
                                on(
                                        "java.lang.ProcessBuilder",
                                        processes,
                                        "start([Ljava/lang/ProcessBuilder$Redirect;)")))
                .toList();
    }

    static HookPoint on(String type, Hook hook, String... methods) {
        return HookPoint.on(NAME, type, hook, methods);
    }
}
