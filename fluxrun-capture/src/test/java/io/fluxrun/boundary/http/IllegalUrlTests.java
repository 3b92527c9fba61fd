package io.fluxrun.boundary.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.boundary.lane.RecordedRuns;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Run;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients send URLs that are none: what was recorded of them is replayed, the server gone. */
class IllegalUrlTests {
    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswer(Client client) throws Exception {
        Run run;
        String url;
        try (var server = new LoopbackServer()) {
            server.on("/search", "HTTP/1.1 200 OK\nContent-Length: %d", "found");
            url = server.url("/search?filter=a|b");
            run = RecordedRuns.record(() -> assertThat(client.get(url)).isEqualTo("found"));
        }

        assertWhole(run);
        assertThat(run.exchanges().get(0).request().get("url").requireText()).endsWith("filter=a|b");
        assertReplays(run, () -> assertThat(client.get(url)).isEqualTo("found"));
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsNotThere(Client client) throws Exception {
        String url;
        try (var server = new LoopbackServer()) {
            url = server.url("/search?filter=a|b");
        }
        var run = RecordedRuns.record(() -> assertThat(refused(client, url)).isInstanceOf(ConnectException.class));

        assertWhole(run);
        assertReplays(run, () -> assertThat(refused(client, url)).isInstanceOf(ConnectException.class));
    }

    private static void assertWhole(Run run) {
        assertThat(run.info().readiness().reasons()).isEmpty();
        assertThat(run.exchanges()).extracting(Exchange::operation).containsExactly("GET /search");
    }

    private static void assertReplays(Run run, Callable<?> application) throws Exception {
        var returned = new AtomicBoolean();
        var replay = RecordedRuns.replay(run, () -> {
            application.call();
            returned.set(true);
            return "";
        });
        assertThat(replay.passed()).as(replay.message()).isTrue();
        assertThat(returned).isTrue();
    }

    private static Throwable refused(Client client, String url) throws Exception {
        try {
            return new AssertionError(client.get(url));
        } catch (ConnectException e) {
            return e;
        }
    }

    enum Client {
        HTTP_URL_CONNECTION {
            @Override
            @SuppressWarnings("deprecation") // no other way leads to such a URL
            String get(String url) throws IOException {
                var connection = (HttpURLConnection) new URL(url).openConnection();
                try (var in = connection.getInputStream()) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        },
        OK_HTTP {
            @Override
            String get(String url) throws IOException {
                var client = new OkHttpClient.Builder()
                        .retryOnConnectionFailure(false)
                        .build();
                var request = new Request.Builder().url(url).build();
                try (var response = client.newCall(request).execute()) {
                    return response.body().string();
                }
            }
        };

        abstract String get(String url) throws IOException;
    }
}
