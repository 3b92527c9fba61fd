package org.apache.kafka.clients.producer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Looks like Kafka's to FluxRun's catalogue. */
public final class KafkaProducer {
    private final int port;

    public KafkaProducer(int port) {
        this.port = port;
    }

    public void send(String message) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(message.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
