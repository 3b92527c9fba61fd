package io.fluxrun.boundary.airlock;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the intercepted calls lead, from their arguments alone: nothing here looks up a name. */
final class Destinations {
    private static final String OPEN = "open socket to ";
    private static final Pattern SOCKET_IMPL = Pattern.compile("addr=[^,/]*/?([^,]+),port=([1-9]\\d*),");
    private static final Set<String> PIPES = Set.of(
            "sun.nio.ch.PipeImpl",
            "sun.nio.ch.PipeImpl$Initializer",
            "sun.nio.ch.PipeImpl$Initializer$LoopbackConnector",
            "sun.nio.ch.SinkChannelImpl",
            "sun.nio.ch.SourceChannelImpl");

    private Destinations() {}

    static @Nullable Target socket(@Nullable Object self, @Nullable Object[] arguments) {
        return arguments[0] instanceof SocketAddress address && !isSelectorsOwnPipe(address)
                ? Target.of("socket to ", address)
                : null;
    }

    static Target datagram(@Nullable Object self, @Nullable Object[] arguments) {
        for (Object argument : arguments) {
            if (argument instanceof SocketAddress address) {
                return Target.of("datagram to ", address);
            }
            if (argument instanceof DatagramPacket packet && packet.getAddress() != null) {
                return Target.of("datagram to ", packet.getSocketAddress());
            }
        }
        return Target.of("datagram to ", remote(self));
    }

    static Target received(@Nullable Object self, @Nullable Object[] arguments) {
        return Target.of("datagram received from ", remote(self));
    }

    static @Nullable Target name(@Nullable Object self, @Nullable Object[] arguments) {
        String host = String.valueOf(arguments[0]).toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.endsWith(".localhost") ? null : Target.of("name look-up of " + host);
    }

    static Target process(@Nullable Object self, @Nullable Object[] arguments) {
        List<String> command = self instanceof ProcessBuilder builder ? builder.command() : List.of();
        return Target.of("process " + (command.isEmpty() ? "without a command" : command.get(0)));
    }

    /** {@code null} if there is no far end, or none outside this process. */
    static @Nullable Target connection(@Nullable Object connection) {
        try {
            if (connection instanceof SocketChannel channel) {
                return farEnd(channel.getRemoteAddress());
            }
            if (connection instanceof AsynchronousSocketChannel channel) {
                return farEnd(channel.getRemoteAddress());
            }
        } catch (IOException closed) {
            return null;
        }
        // Address and port of a SocketImpl are protected; its text has both.
        var named = SOCKET_IMPL.matcher(String.valueOf(connection));
        if (!named.find()) {
            return null;
        }
        var host = named.group(1);
        int port = Integer.parseInt(named.group(2));
        boolean loopback = host.startsWith("127.") || host.equals("0:0:0:0:0:0:0:1");
        return new Target(OPEN + host + ":" + port, loopback ? port : Target.ELSEWHERE);
    }

    private static @Nullable Target farEnd(@Nullable SocketAddress address) {
        return address == null || isPipe() ? null : Target.of(OPEN, address);
    }

    private static @Nullable SocketAddress remote(@Nullable Object channel) {
        try {
            return channel instanceof DatagramChannel datagrams ? datagrams.getRemoteAddress() : null;
        } catch (IOException closed) {
            return null;
        }
    }

    /** On Windows a selector talks to itself through a socket. */
    private static boolean isSelectorsOwnPipe(SocketAddress address) {
        boolean elsewhere = address instanceof InetSocketAddress inet
                && (inet.isUnresolved() || !inet.getAddress().isLoopbackAddress());
        return !elsewhere && isPipe();
    }

    private static boolean isPipe() {
        return StackWalker.getInstance()
                .walk(frames -> frames.limit(16)
                        .map(StackWalker.StackFrame::getClassName)
                        .anyMatch(PIPES::contains));
    }
}
