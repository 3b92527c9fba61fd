package io.fluxrun.boundary.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.run.Exchange;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cancelling still cancels, with the same exception, recorded and replayed. */
@Timeout(60)
class CancellationTests {
    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    static Stream<Cancellable> clients() {
        return Stream.of(
                new Cancellable("OkHttp", url -> {
                    var call = new OkHttpClient()
                            .newCall(new Request.Builder().url(url).build());
                    return new Call(call::execute, call::cancel);
                }),
                new Cancellable("Apache HttpClient 5", url -> {
                    var get = new HttpGet(URI.create(url));
                    return new Call(
                            () -> HttpClients.createDefault().execute(get, response -> "answered"), get::cancel);
                }),
                new Cancellable("Apache HttpClient 4.5", url -> {
                    var get = new org.apache.http.client.methods.HttpGet(url);
                    return new Call(
                            () -> org.apache.http.impl.client.HttpClients.createDefault()
                                    .execute(get),
                            get::abort);
                }));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void cancellingCancels(Cancellable client) throws Exception {
        var end = new CountDownLatch(1);
        String url;
        String live;
        List<Exchange> recorded;
        try (var server = new LoopbackServer();
                var recording = new RecordingInMemory()) {
            server.on("/", connection -> end.await());
            url = server.url("/");
            live = cancelled(client, url, () -> server.requests("/") == 1);
            String observed = in(recording.main(), () -> cancelled(client, url, () -> server.requests("/") == 2));
            assertThat(observed).isEqualTo(live);
            recorded = recording.end();
            assertThat(recording.reasons()).isEmpty();
            end.countDown();
        }
        assertThat(recorded).hasSize(1);
        var replay = new ReplayInMemory(recorded, new HttpKey());
        assertThat(in(
                        replay.main(),
                        () -> cancelled(client, url, () -> replay.left().isEmpty())))
                .isEqualTo(live);
        assertThat(replay.misses()).isEmpty();
    }

    private static String cancelled(Cancellable client, String url, BooleanSupplier underWay) throws Exception {
        var call = client.make().call(url);
        var canceller = new Thread(
                () -> {
                    while (!underWay.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                    call.cancel().run();
                },
                "canceller");
        Lane before = Scope.suspend();
        try {
            canceller.start();
        } finally {
            Scope.restore(before);
        }
        try {
            return "answered " + call.send().call();
        } catch (Exception e) {
            return e.toString();
        } finally {
            canceller.join();
        }
    }

    private static <T> T in(Lane lane, Callable<T> part) throws Exception {
        Lane before = Scope.bind(lane);
        try {
            return part.call();
        } finally {
            Scope.restore(before);
        }
    }

    private record Call(Callable<?> send, Runnable cancel) {}

    private record Cancellable(String name, Making make) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Making {
        Call call(String url) throws Exception;
    }
}
