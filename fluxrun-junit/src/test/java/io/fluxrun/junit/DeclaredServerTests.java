package io.fluxrun.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that the test itself runs is reached by a replay after it was declared, and only then. */
class DeclaredServerTests {
    private static final String FIXTURE = "declared/ord_01.json";
    private static final AtomicInteger TOUCHED = new AtomicInteger();
    private static HttpServer server;

    @BeforeAll
    static void export() {
        Fixtures.seenRed(FIXTURE);
    }

    @BeforeEach
    void serve() throws IOException {
        TOUCHED.set(0);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            TOUCHED.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aDeclaredServerIsReached() {
        Tests.failure(DeclaredTestCase.class);
        assertThat(TOUCHED).hasValue(2);
    }

    static class DeclaredTestCase {
        @ReplayFixture(FIXTURE)
        void guard(Replay replay) {
            replay.allowLoopback(server.getAddress().getPort()).invoke(DeclaredServerTests::askTwice);
            assertThat(replay.thrown()).isNull();
            assertThatThrownBy(() -> replay.allowLoopback(1)).hasMessageContaining("call allowLoopback first");
        }
    }

    @Test
    void anyOtherIsNotAndTheMessageSaysWhatToDeclare() {
        assertThat(Tests.failure(UndeclaredTestCase.class)).hasMessageStartingWith("FLUX-101 DIVERGED");
        assertThat(TOUCHED).hasValue(0);
    }

    static class UndeclaredTestCase {
        @ReplayFixture(FIXTURE)
        void guard(Replay replay) {
            Callable<Object> socketOnly = () -> url().openStream().read();
            replay.allowLoopback(server.getAddress().getPort() - 1).invoke(socketOnly);
            assertThat(replay.thrown()).hasMessageContaining("declare it: replay.allowLoopback(port)");
        }
    }

    private static Object askTwice() throws Exception {
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(url().toURI()).build(), BodyHandlers.discarding());
        return url().openStream().read();
    }

    private static java.net.URL url() throws IOException {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .toURL();
    }
}
