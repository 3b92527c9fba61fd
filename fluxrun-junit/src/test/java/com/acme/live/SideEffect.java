package com.acme.live;

import jakarta.mail.Transport;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.KafkaProducer;

/** What an application does to the world, each to one witness. */
public enum SideEffect {
    DATABASE("INSERT orders") {
        @Override
        void attempt(int port) throws Exception {
            try (var connection = new WitnessDriver().connect("jdbc:witness:" + port, new java.util.Properties());
                    var statement = connection.createStatement()) {
                statement.executeUpdate("INSERT INTO orders VALUES (1)");
            }
        }
    },
    PAYMENT("POST /payments") {
        @Override
        void attempt(int port) throws Exception {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/payments"))
                    .POST(HttpRequest.BodyPublishers.ofString("real money"))
                    .build();
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        }
    },
    QUEUE("Kafka producer from com.acme.live.SideEffect$3#attempt") {
        @Override
        void attempt(int port) throws Exception {
            new KafkaProducer(port).send("order placed");
        }
    },
    E_MAIL("e-mail from com.acme.live.SideEffect$4#attempt") {
        @Override
        void attempt(int port) throws Exception {
            Transport.send("dear customer", port);
        }
    },
    OTHER_HTTP("socket to 127.0.0.1:") {
        @Override
        void attempt(int port) throws Exception {
            // By a client that FluxRun does not know.
            try (var socket = new Socket("127.0.0.1", port)) {
                socket.getOutputStream().write("GET /other HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
    };

    /** How a message names it. */
    public final String named;

    SideEffect(String named) {
        this.named = named;
    }

    abstract void attempt(int port) throws Exception;

    /** Goes on after each failure, as a retrying application does. */
    static void attemptAll(int port) {
        for (var effect : values()) {
            try {
                effect.attempt(port);
            } catch (Throwable swallowed) {
                // The next.
            }
        }
    }
}
