package io.fluxrun.boundary.airlock;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the intercepted calls lead, from their arguments alone: nothing here looks up a name. */
final class Destinations {
    private Destinations() {}

    static @Nullable String socket(@Nullable Object self, @Nullable Object[] arguments) {
        return arguments[0] instanceof SocketAddress address && !isSelectorsOwnPipe(address)
                ? "socket to " + text(address)
                : null;
    }

    static String datagram(@Nullable Object self, @Nullable Object[] arguments) {
        for (Object argument : arguments) {
            if (argument instanceof SocketAddress address) {
                return "datagram to " + text(address);
            }
            if (argument instanceof DatagramPacket packet && packet.getAddress() != null) {
                return "datagram to " + text(packet.getSocketAddress());
            }
        }
        return "datagram to " + text(remote(self));
    }

    static @Nullable String name(@Nullable Object self, @Nullable Object[] arguments) {
        String host = String.valueOf(arguments[0]).toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.endsWith(".localhost") ? null : "name look-up of " + host;
    }

    static String process(@Nullable Object self, @Nullable Object[] arguments) {
        List<String> command = self instanceof ProcessBuilder builder ? builder.command() : List.of();
        return "process " + (command.isEmpty() ? "without a command" : command.get(0));
    }

    private static String text(@Nullable SocketAddress address) {
        return address instanceof InetSocketAddress inet
                ? inet.getHostString() + ":" + inet.getPort()
                : String.valueOf(address);
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
        return !elsewhere
                && StackWalker.getInstance()
                        .walk(frames -> frames.limit(16)
                                .anyMatch(frame -> frame.getClassName().startsWith("sun.nio.ch.PipeImpl")));
    }
}
