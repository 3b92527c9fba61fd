package com.acme;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;

/** A connection that an application opened early and uses later: outside FluxRun's packages, as a call site is. */
public interface OpenConnection extends AutoCloseable {
    void write(byte what) throws Exception;

    int read() throws Exception;

    @Override
    void close() throws IOException;

    /** The ways of the JDK to be connected. */
    enum Kind {
        SOCKET,
        CHANNEL,
        GATHERING_CHANNEL,
        NON_BLOCKING_CHANNEL,
        SOCKET_OF_A_CHANNEL,
        FILE_TO_A_CHANNEL,
        ASYNCHRONOUS_CHANNEL,
        DATAGRAM_SOCKET,
        DATAGRAM_CHANNEL;

        public boolean isDatagram() {
            return this == DATAGRAM_SOCKET || this == DATAGRAM_CHANNEL;
        }

        public OpenConnection open(InetSocketAddress to) throws Exception {
            return switch (this) {
                case SOCKET -> of(new Socket(to.getAddress(), to.getPort()));
                case SOCKET_OF_A_CHANNEL -> of(SocketChannel.open(to).socket());
                case CHANNEL, GATHERING_CHANNEL, NON_BLOCKING_CHANNEL, FILE_TO_A_CHANNEL ->
                    new OfChannel(this, SocketChannel.open(to));
                case ASYNCHRONOUS_CHANNEL -> {
                    var channel = AsynchronousSocketChannel.open();
                    channel.connect(to).get();
                    yield new Asynchronous(channel);
                }
                case DATAGRAM_SOCKET -> {
                    var socket = new DatagramSocket();
                    socket.connect(to);
                    yield new Datagrams(socket);
                }
                case DATAGRAM_CHANNEL ->
                    new OfDatagramChannel(DatagramChannel.open().connect(to));
            };
        }
    }

    static OpenConnection of(Socket socket) {
        return new OfSocket(socket);
    }

    record OfSocket(Socket socket) implements OpenConnection {
        @Override
        public void write(byte what) throws IOException {
            socket.getOutputStream().write(new byte[] {what});
        }

        @Override
        public int read() throws IOException {
            return socket.getInputStream().read();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    record OfChannel(Kind kind, SocketChannel channel) implements OpenConnection {
        @Override
        public void write(byte what) throws IOException {
            var bytes = ByteBuffer.wrap(new byte[] {what});
            switch (kind) {
                case FILE_TO_A_CHANNEL -> {
                    var file = Files.write(Files.createTempFile("sent", null), bytes.array());
                    try (var from = FileChannel.open(file)) {
                        from.transferTo(0, 1, channel);
                    } finally {
                        Files.delete(file);
                    }
                }
                case GATHERING_CHANNEL -> channel.write(new ByteBuffer[] {bytes});
                case NON_BLOCKING_CHANNEL -> {
                    channel.configureBlocking(false);
                    channel.write(bytes);
                }
                default -> channel.write(bytes);
            }
        }

        @Override
        public int read() throws IOException {
            var one = ByteBuffer.allocate(1);
            if (kind == Kind.GATHERING_CHANNEL) {
                channel.read(new ByteBuffer[] {one});
            } else {
                channel.read(one);
            }
            return one.get(0);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    record Asynchronous(AsynchronousSocketChannel channel) implements OpenConnection {
        @Override
        public void write(byte what) throws Exception {
            channel.write(ByteBuffer.wrap(new byte[] {what})).get();
        }

        @Override
        public int read() throws Exception {
            var one = ByteBuffer.allocate(1);
            channel.read(one).get();
            return one.get(0);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    record Datagrams(DatagramSocket socket) implements OpenConnection {
        @Override
        public void write(byte what) throws IOException {
            socket.send(new DatagramPacket(new byte[] {what}, 1));
        }

        @Override
        public int read() throws IOException {
            var one = new DatagramPacket(new byte[1], 1);
            socket.receive(one);
            return one.getData()[0];
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    record OfDatagramChannel(DatagramChannel channel) implements OpenConnection {
        @Override
        public void write(byte what) throws IOException {
            channel.write(ByteBuffer.wrap(new byte[] {what}));
        }

        @Override
        public int read() throws IOException {
            var one = ByteBuffer.allocate(1);
            channel.read(one);
            return one.get(0);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
