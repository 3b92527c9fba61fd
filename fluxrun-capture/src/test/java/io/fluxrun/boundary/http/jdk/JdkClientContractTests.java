package io.fluxrun.boundary.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.HookFailures;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.boundary.http.HttpKey;
import io.fluxrun.boundary.http.LoopbackServer;
import io.fluxrun.boundary.http.Transcript;
import io.fluxrun.boundary.http.UntrustedServer;
import io.fluxrun.boundary.http.message.InLane;
import io.fluxrun.run.Exchange;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the application observes with FluxRun away, recording and replaying is the same transcript. */
class JdkClientContractTests {
    private static final CountDownLatch END = new CountDownLatch(1);
    /** The client drops what it has not handed out when a connection breaks: a stream must have begun by then. */
    private static final Semaphore FIRST_BYTE_READ = new Semaphore(0);

    private static final byte[] BINARY = new byte[40_000];
    private static LoopbackServer server;
    private static UntrustedServer untrusted;
    private static int closedPort;

    @TempDir
    static Path files;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @BeforeAll
    static void start() throws Exception {
        AgentInstaller.install(ByteBuddyAgent.install());
        new Random(7).nextBytes(BINARY);
        server = new LoopbackServer();
        server.on("/json", "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: %d", "{\"stock\":7}");
        server.on("/head", "HTTP/1.1 200 OK\nContent-Length: 11", "");
        server.on("/nothing", "HTTP/1.1 204 No Content", "");
        server.on("/down", "HTTP/1.1 503 Service Unavailable\nRetry-After: 3\nContent-Length: %d", "out of order");
        server.on("/empty", "HTTP/1.1 200 OK\nContent-Length: %d", "");
        server.on("/binary", "HTTP/1.1 200 OK\nContent-Length: %d", BINARY);
        server.on(
                "/cookies",
                "HTTP/1.1 200 Fine\nSet-Cookie: a=1\nset-cookie: b=2\nX-Case: Kept\nContent-Length: %d",
                "lines\nof\ntext");
        server.on("/chunked", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked", "5\r\nfirst\r\n6\r\nsecond\r\n0\r\n\r\n");
        server.on("/moved", "HTTP/1.1 302 Found\nLocation: /json\nContent-Length: %d", "elsewhere");
        server.on("/astray", "HTTP/1.1 302 Found\nLocation: http://[bad\nContent-Length: %d", "nowhere");
        server.on("/malformed", connection -> connection.getOutputStream().write("what?\r\n\r\n".getBytes()));
        server.on("/silent", connection -> END.await());
        server.on("/closed", Socket::close);
        server.on("/reset", connection -> cut(connection, true, false));
        server.on("/short", connection -> cut(connection, false, false));
        server.on("/reset-in-stream", connection -> cut(connection, true, true));
        server.on("/short-in-stream", connection -> cut(connection, false, true));
        untrusted = new UntrustedServer(files);
        try (var unused = new ServerSocket(0)) {
            closedPort = unused.getLocalPort();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        END.countDown();
        server.close();
        untrusted.close();
    }

    static Stream<Case> cases() {
        return Stream.of(bodies(), answers(), broken()).flatMap(cases -> cases).flatMap(Case::syncAndAsync);
    }

    private static Stream<Case> bodies() {
        return Stream.of("/json", "/binary", "/chunked", "/empty")
                .flatMap(path -> Stream.of(
                                "ofString",
                                "ofInputStream",
                                "ofLines",
                                "ofByteArray",
                                "ofFile",
                                "discarding",
                                "buffering")
                        .map(handler -> new Case(request(path), handler)));
    }

    private static Stream<Case> answers() {
        return Stream.of(
                        request("/nothing"),
                        request("/down"),
                        request("/cookies"),
                        request("/moved"),
                        request("/astray"),
                        request("/malformed"),
                        request("/silent").timeout(Duration.ofMillis(200)),
                        request("/closed"),
                        posts("/json", BodyPublishers.ofString("{\"sku\": \"a\", \"n\": 1.50}")),
                        posts("/closed", BodyPublishers.ofString("once")),
                        posts("/moved", BodyPublishers.ofByteArray(BINARY)),
                        posts("/down", BodyPublishers.ofByteArrays(List.of(new byte[3], new byte[4]))),
                        request("/head").method("HEAD", BodyPublishers.noBody()),
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + closedPort + "/refused")),
                        HttpRequest.newBuilder(URI.create(untrusted.url())),
                        HttpRequest.newBuilder(URI.create("http://no-such-host.invalid/")))
                .flatMap(request -> Stream.of("ofString", "ofInputStream").map(handler -> new Case(request, handler)));
    }

    private static Stream<Case> broken() {
        return Stream.of(
                new Case(request("/reset"), "ofString"),
                new Case(request("/short"), "ofString"),
                new Case(request("/reset-in-stream"), "ofInputStream"),
                new Case(request("/short-in-stream"), "ofInputStream"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void liveRecordedAndReplayedAreTheSame(Case sent) throws Exception {
        var live = observe(sent);
        assertThat(live).isNotEmpty();
        List<Exchange> recorded;
        try (var recording = new RecordingInMemory()) {
            assertThat(InLane.get(recording.main(), () -> observe(sent)))
                    .as("while recording")
                    .isEqualTo(live);
            recorded = recording.end();
            assertThat(recording.reasons()).isEmpty();
        }
        assertThat(recorded)
                .isNotEmpty()
                .allSatisfy(exchange -> assertThat(exchange.lane()).isEqualTo("main"));
        int connections = server.connections();
        var replay = new ReplayInMemory(recorded, new HttpKey());
        assertThat(InLane.get(replay.main(), () -> observe(sent)))
                .as("on replay")
                .isEqualTo(live);
        assertThat(replay.misses()).isEmpty();
        assertThat(replay.left()).isEmpty();
        assertThat(server.connections()).isEqualTo(connections);
        assertThat(HookFailures.counts()).isEmpty();
    }

    @Test
    void everyKindOfAnswerIsAmongTheCases() {
        assertThat(cases().map(Case::path).distinct())
                .contains("/json", "/nothing", "/down", "/moved", "/reset", "/silent", "/refused", "/malformed");
    }

    private List<String> observe(Case sent) {
        FIRST_BYTE_READ.drainPermits();
        var transcript = new Transcript(FIRST_BYTE_READ::release);
        HttpRequest request = sent.request().copy().build();
        BodyHandler<?> handler = handler(sent.handler());
        try {
            var response = sent.async() ? client.sendAsync(request, handler).get() : client.send(request, handler);
            transcript.response(response, request);
        } catch (Exception e) {
            transcript.thrown(e);
        }
        return transcript.lines();
    }

    private static BodyHandler<?> handler(String name) {
        return switch (name) {
            case "ofString" -> BodyHandlers.ofString();
            case "ofInputStream" -> BodyHandlers.ofInputStream();
            case "ofLines" -> BodyHandlers.ofLines();
            case "ofByteArray" -> BodyHandlers.ofByteArray();
            case "ofFile" -> BodyHandlers.ofFile(files.resolve("body"));
            case "buffering" -> BodyHandlers.buffering(BodyHandlers.ofString(StandardCharsets.ISO_8859_1), 512);
            default -> BodyHandlers.discarding();
        };
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url(path))).header("X-Mine", "yes");
    }

    private static HttpRequest.Builder posts(String path, HttpRequest.BodyPublisher body) {
        return request(path).POST(body);
    }

    private static void cut(Socket connection, boolean reset, boolean late) throws Exception {
        connection.getOutputStream().write(LoopbackServer.head("HTTP/1.1 200 OK\nContent-Length: %d", 100));
        connection.getOutputStream().write("some of it".getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
        if (late) {
            FIRST_BYTE_READ.acquire();
        }
        if (reset) {
            connection.setSoLinger(true, 0);
        }
        connection.close();
    }

    record Case(HttpRequest.Builder request, String handler, boolean async) {
        Case(HttpRequest.Builder request, String handler) {
            this(request, handler, false);
        }

        Stream<Case> syncAndAsync() {
            return Stream.of(this, new Case(request, handler, true));
        }

        String path() {
            return request.copy().build().uri().getPath();
        }

        @Override
        public String toString() {
            return (async ? "async " : "sync ") + request.copy().build().method() + " " + path() + " " + handler;
        }
    }
}
