package com.acme;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** An application's ways out that FluxRun has no boundary for: outside its packages, as a call site is. */
public final class Calls {
    private Calls() {}

    /** A call that leaves the JVM. */
    public interface Call {
        void make(InetSocketAddress to) throws Exception;
    }

    /** Returns calls by what a message is to name; {@code %s} is the address. */
    public static Map<String, Call> all() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put(
                "socket to %s",
                to -> {
                    try (var socket = new Socket()) {
                        socket.connect(to);
                        socket.getOutputStream().write(1);
                    }
                });
        calls.put("socket to %s ", to -> new Socket(to.getAddress(), to.getPort()).close());
        calls.put("socket to %s  ", to -> SocketChannel.open(to).close());
        calls.put(
                "socket to %s   ",
                to -> {
                    try (var channel = SocketChannel.open()) {
                        channel.socket().connect(to, 1000);
                    }
                });
        calls.put(
                "socket to %s    ",
                to -> {
                    try (var channel = AsynchronousSocketChannel.open()) {
                        channel.connect(to).get();
                    } catch (ExecutionException e) {
                        throw (Exception) e.getCause();
                    }
                });
        calls.put(
                "datagram to %s",
                to -> {
                    try (var channel = DatagramChannel.open()) {
                        channel.send(ByteBuffer.allocate(1), to);
                    }
                });
        calls.put(
                "datagram to %s ",
                to -> {
                    try (var socket = new java.net.DatagramSocket()) {
                        socket.send(new java.net.DatagramPacket(new byte[1], 1, to));
                    }
                });
        calls.put(
                "datagram to %s  ",
                to -> {
                    try (var socket = new java.net.DatagramSocket()) {
                        socket.connect(to);
                    }
                });
        calls.put(
                "process true",
                to -> new ProcessBuilder("true", "secret").start().waitFor());
        calls.put(
                "process true ",
                to -> Runtime.getRuntime().exec(new String[] {"true"}).waitFor());
        calls.put("name look-up of no-such-host.invalid", to -> {
            try {
                InetAddress.getByName("no-such-host.invalid");
            } catch (java.net.UnknownHostException expected) {
                // Nobody has this name.
            }
        });
        return calls;
    }
}
