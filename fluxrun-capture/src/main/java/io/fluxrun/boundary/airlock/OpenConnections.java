package io.fluxrun.boundary.airlock;

import io.fluxrun.hook.HookPoint;
import java.util.List;

/**
 * Where bytes pass over connections that are open already: opened before the run, or inside a known exchange, they would
 * get past a gate on connecting. The points have few or no arguments, because what they carry is made for every call,
 * and are the same in JDK 17 to 25, for blocking, non-blocking and virtual threads' calls alike.
 */
final class OpenConnections {
    private OpenConnections() {}

    static List<HookPoint> points() {
        var accepted = new Accepted();
        var of = new ConnectionGate(accepted, (self, arguments) -> self);
        var to = new ConnectionGate(accepted, (self, arguments) -> arguments[2]);
        return List.of(
                on("sun.nio.ch.NioSocketImpl", of, "beginRead", "beginWrite"),
                on("sun.nio.ch.SocketChannelImpl", of, "beginRead", "beginWrite"),
                on("sun.nio.ch.AsynchronousSocketChannelImpl", of, asynchronous("read"), asynchronous("write")),
                // A file is sent without the channel's own write.
                on("sun.nio.ch.FileChannelImpl", to, "transferTo"),
                AirlockBoundary.on("sun.nio.ch.NioSocketImpl", accepted.argument(), "accept"),
                AirlockBoundary.on(
                        "sun.nio.ch.SocketChannelImpl",
                        accepted.itself(),
                        "<init>(Ljava/nio/channels/spi/SelectorProvider;Ljava/net/ProtocolFamily;"
                                + "Ljava/io/FileDescriptor;Ljava/net/SocketAddress;)"),
                AirlockBoundary.on(
                        "sun.nio.ch.AsynchronousSocketChannelImpl",
                        accepted.itself(),
                        "<init>(Lsun/nio/ch/AsynchronousChannelGroupImpl;Ljava/io/FileDescriptor;"
                                + "Ljava/net/InetSocketAddress;)"),
                AirlockBoundary.on(
                        "sun.nio.ch.WindowsAsynchronousSocketChannelImpl",
                        accepted.itself(),
                        "setConnected(Ljava/net/InetSocketAddress;Ljava/net/InetSocketAddress;)"));
    }

    private static HookPoint on(String type, ConnectionGate gate, String... methods) {
        return AirlockBoundary.on(type, gate, methods);
    }

    private static String asynchronous(String method) {
        return method + "(ZLjava/nio/ByteBuffer;[Ljava/nio/ByteBuffer;JLjava/util/concurrent/TimeUnit;"
                + "Ljava/lang/Object;Ljava/nio/channels/CompletionHandler;)";
    }
}
