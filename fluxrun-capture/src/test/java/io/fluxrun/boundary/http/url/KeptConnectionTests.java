package io.fluxrun.boundary.http.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.boundary.http.HttpKey;
import io.fluxrun.boundary.http.LoopbackServer;
import io.fluxrun.run.Exchange;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One connection serves calls outside runs, of runs and of replays, one after the other. */
@Timeout(60)
class KeptConnectionTests {
    private static final String KEPT = "\nConnection: keep-alive\nKeep-Alive: timeout=100, max=50";

    private LoopbackServer server;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @BeforeEach
    void serve() throws IOException {
        server = new LoopbackServer();
        server.on("/a", "HTTP/1.1 200 OK" + KEPT + "\nContent-Length: %d", "one");
        server.on("/b", "HTTP/1.1 200 OK" + KEPT + "\nTransfer-Encoding: chunked", "3\r\ntwo\r\n0\r\n\r\n");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void eachCallIsAnExchangeOfItsOwnRun() throws Exception {
        assertThat(get("/a")).isEqualTo("one");
        List<Exchange> recorded;
        try (var recording = new RecordingInMemory()) {
            assertThat(in(recording.main(), "/b", "/a")).isEqualTo("two one");
            recorded = recording.end();
            assertThat(recording.reasons()).isEmpty();
        }
        assertThat(get("/b")).isEqualTo("two");
        assertThat(server.connections()).isEqualTo(1);
        assertThat(recorded).extracting(Exchange::operation).containsExactly("GET /b", "GET /a");

        var replay = new ReplayInMemory(recorded, new HttpKey());
        assertThat(in(replay.main(), "/b", "/a")).isEqualTo("two one");
        assertThat(replay.left()).isEmpty();
        assertThat(get("/a")).isEqualTo("one");
        assertThat(server.requests("/a") + server.requests("/b")).isEqualTo(5);
        assertThat(server.connections()).as("the replay left none behind").isEqualTo(1);
    }

    @Test
    void aKeptConnectionDoesNotKeepTheRun() throws Exception {
        var gone = recorded();
        while (gone.get() != null) {
            System.gc();
        }
        assertThat(get("/a")).isEqualTo("one");
        assertThat(server.connections()).isEqualTo(1);
    }

    private WeakReference<RecordingInMemory> recorded() throws Exception {
        try (var recording = new RecordingInMemory()) {
            in(recording.main(), "/a", "/b");
            assertThat(recording.end()).hasSize(2);
            return new WeakReference<>(recording);
        }
    }

    private String in(Lane lane, String first, String second) throws IOException {
        Lane before = Scope.bind(lane);
        try {
            return get(first) + " " + get(second);
        } finally {
            Scope.restore(before);
        }
    }

    private String get(String path) throws IOException {
        var connection =
                (HttpURLConnection) URI.create(server.url(path)).toURL().openConnection();
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
