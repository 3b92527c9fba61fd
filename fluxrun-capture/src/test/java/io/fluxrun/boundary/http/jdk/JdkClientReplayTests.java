package io.fluxrun.boundary.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.HookFailures;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.boundary.http.HttpKey;
import io.fluxrun.boundary.http.LoopbackServer;
import io.fluxrun.run.Exchange;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdkClientReplayTests {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(cookies)
            .build();
    private LoopbackServer server;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
        server.on("/stock", "HTTP/1.1 200 OK\nSet-Cookie: seen=1\nContent-Length: %d", "{}");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        assertThat(HookFailures.counts()).isEmpty();
    }

    @Test
    void aMissIsThrownAsItselfLatchedAndReachesNobody() throws Exception {
        var replay = new ReplayInMemory(List.of(), new HttpKey());
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> in(replay.main(), () -> client.send(get("/stock"), BodyHandlers.ofString())))
                    .isExactlyInstanceOf(DivergedError.class);
        }
        var future = in(replay.main(), () -> client.sendAsync(get("/stock"), BodyHandlers.ofString()));
        assertThatThrownBy(future::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseExactlyInstanceOf(DivergedError.class);
        assertThat(replay.misses()).containsExactly("GET /stock", "GET /stock", "GET /stock");
        assertThat(server.connections()).isZero();
    }

    @Test
    void aMissAfterARedirectIsThrownAsItselfToo() throws Exception {
        server.on("/moved", "HTTP/1.1 302 Away\nLocation: /stock\nContent-Length: %d", "");
        List<Exchange> recorded = record(() -> client.send(get("/moved"), BodyHandlers.ofString()));
        int connections = server.connections();
        var replay = new ReplayInMemory(recorded.subList(0, 1), new HttpKey());
        assertThatThrownBy(() -> in(replay.main(), () -> client.send(get("/moved"), BodyHandlers.ofString())))
                .isExactlyInstanceOf(DivergedError.class);
        assertThat(replay.misses()).containsExactly("GET /stock");
        assertThat(server.connections()).isEqualTo(connections);
    }

    @Test
    void theClientsOwnCookieHandlerRuns() throws Exception {
        List<Exchange> recorded = record(() -> client.send(get("/stock"), BodyHandlers.ofString()));
        cookies.getCookieStore().removeAll();
        replay(recorded, () -> client.send(get("/stock"), BodyHandlers.ofString()));
        assertThat(cookies.getCookieStore().getCookies()).hasToString("[seen=\"1\"]".replace("\"", ""));
    }

    @Test
    void readingBeyondWhatWasKeptDiverges() throws Exception {
        server.on("/large", "HTTP/1.1 200 OK\nContent-Length: %d", new byte[5_000_000]);
        List<Exchange> recorded = record(() -> client.send(get("/large"), BodyHandlers.ofByteArray()));
        var replay = new ReplayInMemory(recorded, new HttpKey());
        assertThatThrownBy(() -> in(replay.main(), () -> client.send(get("/large"), BodyHandlers.ofByteArray())))
                .isInstanceOf(DivergedError.class);
        assertThat(replay.misses())
                .containsExactly("the rest of the response body of GET /large, of which the"
                        + " recording kept only the beginning");
    }

    @Test
    void aStreamThatWasReadInPartIsReadInPartAgain() throws Exception {
        var end = new CountDownLatch(1);
        server.on("/stream", connection -> {
            connection.getOutputStream().write(LoopbackServer.head("HTTP/1.1 200 OK\nContent-Length: %d", 1_000));
            connection.getOutputStream().write("first".getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
            end.await();
        });
        Callable<String> readInPart = () -> {
            try (InputStream in =
                    client.send(get("/stream"), BodyHandlers.ofInputStream()).body()) {
                return new String(in.readNBytes(5), StandardCharsets.UTF_8);
            }
        };
        List<Exchange> recorded = record(readInPart);
        assertThat(replay(recorded, readInPart)).isEqualTo("first");
        assertThatThrownBy(() -> replay(
                        recorded,
                        () -> client.send(get("/stream"), BodyHandlers.ofInputStream())
                                .body()
                                .readAllBytes()))
                .hasRootCauseMessage("the recorded code read only the first 5 bytes of this response");
        end.countDown();
    }

    @Test
    void whatTheApplicationCancelledStaysOpenUntilItCancelsAgain() throws Exception {
        var asked = new CountDownLatch(1);
        server.on("/slow", connection -> {
            asked.countDown();
            connection.getInputStream().read();
        });
        List<Exchange> recorded = record(() -> {
            var future = client.sendAsync(get("/slow"), BodyHandlers.ofString());
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            return future.cancel(true);
        });
        replay(recorded, () -> {
            var future = client.sendAsync(get("/slow"), BodyHandlers.ofString());
            assertThat(future).isNotDone();
            assertThat(future.cancel(true)).isTrue();
            assertThat(future).isCompletedExceptionally();
            return null;
        });
    }

    @Test
    void equalRequestsUnderWayTogetherAreAnsweredInTheOrderOfSending() throws Exception {
        server.on(
                "/next",
                connection -> connection
                        .getOutputStream()
                        .write(LoopbackServer.head(
                                "HTTP/1.1 200 OK\nX-N: " + server.requests("/next") + "\nContent-Length: %d", 0)));
        Callable<List<String>> oneByOne = () -> IntStream.range(0, 20)
                .mapToObj(i -> number(client.sendAsync(get("/next"), BodyHandlers.discarding())
                        .join()))
                .toList();
        List<Exchange> recorded = record(oneByOne);
        List<String> together = replay(recorded, () -> {
            var futures = IntStream.range(0, 20)
                    .mapToObj(i -> client.sendAsync(get("/next"), BodyHandlers.discarding()))
                    .toList();
            return futures.stream().map(future -> number(future.join())).toList();
        });
        assertThat(together)
                .isEqualTo(
                        IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList());
    }

    @Test
    void aDependentStageHasALaneOfTheSender() throws Exception {
        Callable<String> lane = () -> client.sendAsync(get("/stock"), BodyHandlers.ofString())
                .thenApply(response ->
                        Scope.current() == null ? "none" : Scope.current().name())
                .join();
        assertThat(replay(record(lane), lane))
                .isEqualTo("main/" + getClass().getName() + "#aDependentStageHasALaneOfTheSender#1");
    }

    @Test
    void aSendFromADependentStageReachesNobody() throws Exception {
        List<Exchange> recorded = record(() -> client.send(get("/stock"), BodyHandlers.ofString()));
        int bytes = server.bytesReceived();
        var replay = new ReplayInMemory(recorded, new HttpKey());
        var future = in(
                replay.main(),
                () -> client.sendAsync(get("/stock"), BodyHandlers.ofString())
                        .thenCompose(response -> client.sendAsync(get("/other"), BodyHandlers.ofString())));
        assertThatThrownBy(future::join).hasCauseInstanceOf(DivergedError.class);
        assertThat(replay.misses()).containsExactly("GET /other");
        assertThat(server.bytesReceived()).isEqualTo(bytes);
    }

    @Test
    void aPublisherWithAThreadOfItsOwnIsMatchedByWhatItPublishes() throws Exception {
        List<Exchange> recorded =
                record(() -> client.send(post(BodyPublishers.ofString("late")), BodyHandlers.ofString()));
        replay(recorded, () -> client.send(post(new LatePublisher("late")), BodyHandlers.ofString()));
        var replay = new ReplayInMemory(recorded, new HttpKey());
        assertThatThrownBy(() ->
                        in(replay.main(), () -> client.send(post(new LatePublisher("other")), BodyHandlers.ofString())))
                .isInstanceOf(DivergedError.class);
    }

    @Test
    void aWebSocketIsBlocked() throws Exception {
        var replay = new ReplayInMemory(List.of(), new HttpKey());
        assertThatThrownBy(() -> in(
                        replay.main(),
                        () -> client.newWebSocketBuilder()
                                .buildAsync(
                                        URI.create("ws://127.0.0.1:" + server.port()),
                                        new java.net.http.WebSocket.Listener() {})
                                .get()))
                .hasStackTraceContaining("LiveCallBlockedError: WebSocket to ");
        assertThat(server.connections()).isZero();
    }

    private static String number(java.net.http.HttpResponse<?> response) {
        return response.headers().firstValue("X-N").orElseThrow();
    }

    private HttpRequest post(HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(server.url("/stock")))
                .POST(body)
                .build();
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(server.url(path))).build();
    }

    private static List<Exchange> record(Callable<?> action) throws Exception {
        try (var recording = new RecordingInMemory()) {
            in(recording.main(), action);
            return recording.end();
        }
    }

    private static <T> T replay(List<Exchange> recorded, Callable<T> action) throws Exception {
        var replay = new ReplayInMemory(recorded, new HttpKey());
        T result = in(replay.main(), action);
        assertThat(replay.misses()).isEmpty();
        assertThat(replay.left()).isEmpty();
        return result;
    }

    private static <T> T in(Lane lane, Callable<T> action) throws Exception {
        Lane before = Scope.bind(lane);
        try {
            return action.call();
        } finally {
            Scope.restore(before);
        }
    }

    private record LatePublisher(String text) implements HttpRequest.BodyPublisher {
        @Override
        public long contentLength() {
            return -1;
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            new Thread(() -> BodyPublishers.ofString(text).subscribe(subscriber)).start();
        }
    }
}
