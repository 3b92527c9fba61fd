package io.fluxrun.boundary.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.HttpFanOut;
import com.sun.net.httpserver.HttpServer;
import io.fluxrun.agent.SelfAttachment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that no thread waits for come in their recorded order too. */
@Timeout(300)
class AsyncSendTests {
    private static final int REPLAYS = 20;
    private static final int CALLS = 5;

    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @Test
    void answersOfAsynchronousSendsComeInTheirRecordedOrder() throws Exception {
        var order = new ArrayDeque<>(List.of("/3", "/0", "/4", "/1", "/2"));
        var requests = new AtomicInteger();
        var server = server(order, requests);
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            var recorded =
                    LaneRuns.record(() -> HttpFanOut.run(HttpClient.newHttpClient(), url, CALLS, () -> next(order)));
            assertThat(recorded.value()).isEqualTo(List.of("/3", "/0", "/4", "/1", "/2", "/3"));
            assertThat(recorded.run().lanes())
                    .as("nothing but what the application puts behind its futures is in a lane")
                    .hasSize(1 + 2 * CALLS);
            for (int i = 0; i < REPLAYS; i++) {
                var replayed = LaneRuns.replay(
                        recorded.run(), () -> HttpFanOut.run(HttpClient.newHttpClient(), url, CALLS, () -> {}));
                assertThat(replayed.value()).as(replayed.result().message()).isEqualTo(recorded.value());
                assertThat(replayed.result().message()).doesNotContain("stalled", "order not kept");
            }
            assertThat(requests).hasValue(CALLS);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer server(ArrayDeque<String> order, AtomicInteger requests) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            var path = exchange.getRequestURI().getPath();
            synchronized (order) {
                while (!path.equals(order.peek())) {
                    try {
                        order.wait();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            byte[] body = path.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void next(ArrayDeque<String> order) {
        synchronized (order) {
            order.poll();
            order.notifyAll();
        }
    }
}
