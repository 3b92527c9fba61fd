package io.fluxrun.boundary.airlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.boundary.http.HttpKey;
import io.fluxrun.boundary.http.LoopbackServer;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Scope;
import java.util.List;
import java.util.concurrent.Callable;
import net.bytebuddy.agent.ByteBuddyAgent;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.netty.http.client.HttpClient;

/** HTTP clients that are not recorded: the run says so and names the client, a replay stops them. */
@Timeout(60)
class WebClientsTests {
    private final RecordingInMemory recording = new RecordingInMemory();
    private final ReplayInMemory replay = new ReplayInMemory(List.of(), new HttpKey());
    private LoopbackServer server;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @BeforeEach
    void serve() throws Exception {
        server = new LoopbackServer();
        server.on("/", "HTTP/1.1 204 No Content", "");
    }

    @AfterEach
    void stop() throws Exception {
        recording.close();
        server.close();
    }

    @Test
    void apacheAsync() throws Exception {
        try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
            client.start();
            Callable<Integer> call = () -> client.execute(
                            SimpleRequestBuilder.get(server.url("/")).build(), null)
                    .get()
                    .getCode();

            assertThat(in(recording.main(), call)).isEqualTo(204);
            assertThat(recording.reasons()).singleElement().asString().startsWith("HTTP request (Apache async) from ");
            assertThat(recording.exchanges()).isEmpty();
            assertThatThrownBy(() -> in(replay.main(), call)).isInstanceOf(LiveCallBlockedError.class);
        }
        assertThat(server.requests("/")).isEqualTo(1);
    }

    @Test
    void reactorNetty() throws Exception {
        Callable<Integer> call = () -> HttpClient.create()
                .get()
                .uri(server.url("/"))
                .response()
                .map(response -> response.status().code())
                .block();

        assertThat(in(recording.main(), call)).isEqualTo(204);
        assertThat(recording.reasons())
                .singleElement()
                .asString()
                .startsWith("HTTP request (Reactor Netty) from ")
                .doesNotContain("reactor.core");
        assertThatThrownBy(() -> in(replay.main(), call)).hasCauseInstanceOf(LiveCallBlockedError.class);
        assertThat(server.requests("/")).isEqualTo(1);
    }

    @Test
    void webSocketOfOkHttp() throws Exception {
        var client = new OkHttpClient();
        var request = new Request.Builder().url(server.url("/")).build();
        Callable<WebSocket> call = () -> client.newWebSocket(request, new WebSocketListener() {});

        in(recording.main(), call).cancel();
        assertThat(recording.reasons()).singleElement().asString().startsWith("WebSocket (OkHttp) from ");
        assertThatThrownBy(() -> in(replay.main(), call)).isInstanceOf(LiveCallBlockedError.class);
        client.dispatcher().executorService().shutdown();
    }

    private static <T> T in(Lane lane, Callable<T> part) throws Exception {
        Lane before = Scope.bind(lane);
        try {
            return part.call();
        } finally {
            Scope.restore(before);
        }
    }
}
