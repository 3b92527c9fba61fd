package io.fluxrun.boundary.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.HookFailures;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.http.LoopbackServer;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdkClientRecordingTests {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final RecordingInMemory recording = new RecordingInMemory();
    private LoopbackServer server;
    private Lane before;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
        server.on(
                "/stock",
                "HTTP/1.1 200 OK\nContent-Type: application/json\nX-Twice: 1\nX-Twice: 2\nContent-Length: %d",
                "{ }");
        before = Scope.bind(recording.main());
    }

    @AfterEach
    void stop() throws IOException {
        Scope.restore(before);
        recording.close();
        server.close();
        assertThat(HookFailures.counts()).isEmpty();
    }

    @Test
    void keepsRequestAndResponseByteForByte() throws Exception {
        client.send(
                request("/stock?sku=a%20b")
                        .POST(BodyPublishers.ofString("{\"n\":1}"))
                        .header("X-Mine", "1")
                        .build(),
                BodyHandlers.ofString());
        Exchange exchange = only(recording.end());
        assertThat(exchange.boundary()).isEqualTo("http");
        assertThat(exchange.operation()).isEqualTo("POST /stock");
        assertThat(exchange.lane()).isEqualTo("main");
        assertThat(exchange.request().get("method").text()).isEqualTo("POST");
        assertThat(exchange.request().get("url").text()).isEqualTo(server.url("/stock?sku=a%20b"));
        assertThat(headers(exchange.request())).contains("X-Mine: 1").anyMatch(line -> line.startsWith("User-Agent: "));
        assertThat(exchange.request().get("body")).isEqualTo(body("{\"n\":1}"));
        Value response = response(exchange);
        assertThat(response.get("status").asLong()).isEqualTo(200);
        assertThat(response.get("protocol").text()).isEqualTo("HTTP/1.1");
        assertThat(headers(response))
                .as("as the client hands them on, which differs between JDKs")
                .usingElementComparator(String.CASE_INSENSITIVE_ORDER)
                .contains("X-Twice: 1", "X-Twice: 2", "Content-Type: application/json");
        assertThat(response.get("body")).isEqualTo(body("{ }"));
        assertThat(recording.reasons()).isEmpty();
    }

    @Test
    void redirectsAreExchangesOfTheirOwnAndTheirBodiesStayUnread() throws Exception {
        server.on("/moved", "HTTP/1.1 307 Away\nLocation: /stock\nContent-Length: %d", "gone");
        client.send(request("/moved").PUT(BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
        List<Exchange> exchanges = recording.end();
        assertThat(exchanges).extracting(Exchange::operation).containsExactly("PUT /moved", "PUT /stock");
        assertThat(exchanges)
                .extracting(exchange -> exchange.request().get("body"))
                .containsOnly(body("x"));
        assertThat(response(exchanges.get(0)).get("truncated").text()).isEqualTo("unread");
        assertThat(response(exchanges.get(1)).get("truncated").isNull()).isTrue();
    }

    @Test
    void cookiesAndCredentialsThatTheClientAddsAreSeen() throws Exception {
        server.on("/login", connection -> {
            boolean first = server.requests("/login") == 1;
            connection
                    .getOutputStream()
                    .write(LoopbackServer.head(
                            (first ? "HTTP/1.1 401 No\nWWW-Authenticate: Basic realm=\"r\"" : "HTTP/1.1 200 OK")
                                    + "\nSet-Cookie: id=7; Path=/\nContent-Length: %d",
                            0));
        });
        var own = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .authenticator(new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication("u", "p".toCharArray());
                    }
                })
                .build();
        own.send(request("/login").build(), BodyHandlers.discarding());
        List<Exchange> exchanges = recording.end();
        assertThat(exchanges).hasSize(2);
        assertThat(headers(exchanges.get(1).request())).contains("Authorization: Basic dTpw", "Cookie: id=7");
    }

    @Test
    void aStreamIsSeenBeforeItsEndAndKeptAsFarAsItWasRead() throws Exception {
        var more = new CountDownLatch(1);
        server.on("/stream", connection -> {
            connection.getOutputStream().write(LoopbackServer.head("HTTP/1.1 200 OK\nContent-Length: %d", 1_000_000));
            connection.getOutputStream().write("first".getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
            more.await();
        });
        try (InputStream in = client.send(request("/stream").build(), BodyHandlers.ofInputStream())
                .body()) {
            assertThat(in.readNBytes(5)).asString(StandardCharsets.UTF_8).isEqualTo("first");
            assertThat(recording.exchanges()).as("still under way").isEmpty();
        }
        assertThat(only(recording.exchanges()).operation()).isEqualTo("GET /stream");
        Value response = response(only(recording.end()));
        assertThat(response.get("body")).isEqualTo(body("first"));
        assertThat(response.get("truncated").text()).isEqualTo("unread");
        assertThat(recording.reasons()).isEmpty();
        more.countDown();
    }

    @Test
    void aBodyAboveTheLimitIsPassedOnWholeAndMakesTheRunPartial() throws Exception {
        byte[] large = new byte[5_000_000];
        server.on("/large", "HTTP/1.1 200 OK\nContent-Length: %d", large);
        var response = client.send(
                request("/large").POST(BodyPublishers.ofByteArray(large)).build(), BodyHandlers.ofByteArray());
        assertThat(response.body()).hasSize(5_000_000);
        Exchange exchange = only(recording.end());
        assertThat(response(exchange).get("truncated").text()).isEqualTo("limit");
        assertThat(exchange.request().get("truncated").text()).isEqualTo("limit");
        assertThat(recording.reasons())
                .containsExactlyInAnyOrder(
                        "the request body of POST /large is larger than the 65536 bytes kept of a body",
                        "the response body of POST /large is larger than the 65536 bytes kept of a body");
    }

    @Test
    void cancellingReachesTheServerAndIsRecorded() throws Exception {
        var asked = new CountDownLatch(1);
        var gone = new CountDownLatch(1);
        server.on("/slow", connection -> {
            asked.countDown();
            if (connection.getInputStream().read() < 0) {
                gone.countDown();
            }
        });
        var future = client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(future.cancel(true)).isTrue();
        assertThat(future).isCompletedExceptionally();
        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(failure(only(recording.end())).type()).isEqualTo(CancellationException.class.getName());
    }

    @Test
    void aRunThatClosesFirstKeepsWhatWasAsked() throws Exception {
        var asked = new CountDownLatch(1);
        server.on("/slow", connection -> {
            asked.countDown();
            connection.getInputStream().read();
        });
        client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(failure(only(recording.end())).message()).isEqualTo("the run closed before the answer came");
    }

    @Test
    void whatTheApplicationsOwnHandlerThrowsIsNotTheServersFailure() throws Exception {
        assertThatThrownBy(() -> client.send(request("/stock").build(), info -> {
                    throw new IllegalStateException("mine");
                }))
                .hasRootCauseMessage("mine");
        assertThat(response(only(recording.end())).get("status").asLong()).isEqualTo(200);
    }

    @Test
    void aDependentStageHasALaneOfTheSender() throws Exception {
        String lane = client.sendAsync(request("/stock").build(), BodyHandlers.ofString())
                .thenApply(response ->
                        Scope.current() == null ? "none" : Scope.current().name())
                .get();
        assertThat(lane).isEqualTo("main/" + getClass().getName() + "#aDependentStageHasALaneOfTheSender#1");
        assertThat(only(recording.end()).lane()).isEqualTo("main");
    }

    @Test
    void aSubscriberOfTheClientsOwnIsStillTrusted() throws Exception {
        var trust = Class.forName("jdk.internal.net.http.ResponseSubscribers$TrustedSubscriber")
                .getDeclaredMethod("needsExecutor", BodySubscriber.class);
        trust.setAccessible(true);
        BodySubscriber<String> own = BodySubscribers.ofString(StandardCharsets.UTF_8);
        BodySubscriber<Integer> applications = BodySubscribers.mapping(own, String::length);
        assertThat(trust.invoke(null, new RecordedBody<>(own, null, recording.main())))
                .isEqualTo(trust.invoke(null, own))
                .isEqualTo(false);
        assertThat(trust.invoke(null, new RecordedBody<>(applications, null, recording.main())))
                .isEqualTo(true);
    }

    @Test
    void aWebSocketMakesTheRunPartial() {
        server.on("/socket", "HTTP/1.1 404 No\nContent-Length: %d", "");
        assertThatThrownBy(() -> client.newWebSocketBuilder()
                        .buildAsync(
                                URI.create(server.url("/socket").replace("http", "ws")),
                                new java.net.http.WebSocket.Listener() {})
                        .get())
                .hasMessageContaining("WebSocketHandshakeException");
        assertThat(recording.end()).isEmpty();
        assertThat(recording.reasons()).singleElement().asString().startsWith("WebSocket opened by ");
    }

    @Test
    void aSendOutsideARunLeavesNoTrace() throws Exception {
        Scope.restore(null);
        client.send(request("/stock").build(), BodyHandlers.ofString());
        assertThat(recording.end()).isEmpty();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url(path)));
    }

    private static Exchange only(List<Exchange> exchanges) {
        assertThat(exchanges).hasSize(1);
        return exchanges.get(0);
    }

    private static Value response(Exchange exchange) {
        return ((Answer.Response) exchange.answer()).value();
    }

    private static io.fluxrun.run.Thrown failure(Exchange exchange) {
        return ((Answer.Failure) exchange.answer()).thrown();
    }

    private static Value body(String text) {
        return Value.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> headers(Value message) {
        return message.get("headers").items().stream()
                .map(pair ->
                        pair.items().get(0).text() + ": " + pair.items().get(1).text())
                .toList();
    }
}
