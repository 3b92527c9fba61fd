package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.HttpCalls;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.boundary.http.HttpKey;
import io.fluxrun.boundary.http.LoopbackServer;
import io.fluxrun.run.Run;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import io.fluxrun.store.RunStore;
import java.nio.file.Path;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged agent, which cannot see a client's classes, records it in a JVM of its own; this one replays the file. */
@Timeout(120)
class HttpClientsIT {
    private static final Path AGENT = Path.of(System.getProperty("fluxrun.agent.jar", "target/none.jar"));

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @ParameterizedTest
    @EnumSource
    void recordedThereAndReplayedHere(HttpCalls.Client client) throws Exception {
        String url;
        List<String> live;
        try (var server = new LoopbackServer()) {
            server.on("/stock", "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: %d", "{\"stock\":7}");
            server.on("/moved", "HTTP/1.1 302 Found\nLocation: /stock\nContent-Length: %d", "elsewhere");
            url = server.url("");
            live = fork(client, url);
        }
        var run = onlyRun();
        // What a logging library reads when it is first used is no matter of HTTP.
        assertThat(run.info().readiness().reasons())
                .allSatisfy(reason -> assertThat(reason).startsWith("all environment variables were read at once"));
        // The JDK's own client is not told to follow.
        assertThat(run.exchanges()).hasSize(client == HttpCalls.Client.JDK ? 2 : 3);
        var replay = new ReplayInMemory(run.exchanges(), new HttpKey());
        Lane before = Scope.bind(replay.main());
        try {
            assertThat(List.of(HttpCalls.ask(client, url))).isEqualTo(live);
        } finally {
            Scope.restore(before);
        }
        assertThat(replay.left()).isEmpty();
    }

    private List<String> fork(HttpCalls.Client client, String url) throws Exception {
        var jvms = new ForkedJvms(folder);
        return jvms.run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                jvms.applicationAlone(),
                HttpCalls.class.getName(),
                List.of("-javaagent:" + AGENT + "=store=file:" + folder.resolve("runs")),
                client.name(),
                url);
    }

    private Run onlyRun() {
        var store = RunStore.open("file:" + folder.resolve("runs"));
        assertThat(store.list()).hasSize(1);
        return store.load(store.list().get(0).id()).run();
    }
}
