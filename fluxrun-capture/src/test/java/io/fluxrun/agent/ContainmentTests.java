package io.fluxrun.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.HookPoint;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Lane;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever FluxRun's own code throws, the application goes on as if there were no FluxRun. */
@Timeout(120)
class ContainmentTests {
    private static volatile Failing failing = Failing.NOWHERE;

    enum Failing {
        NOWHERE,
        ON_ENTER,
        ON_EXIT
    }

    private static final ByteArrayOutputStream TOLD = new ByteArrayOutputStream();
    private static final PrintStream ERR = System.err;

    @BeforeAll
    static void install() {
        System.setErr(new PrintStream(TOLD, true, StandardCharsets.UTF_8));
        Installed.hooks(Boundaries.hookPoints().stream()
                .map(point -> new HookPoint(
                        point.boundary(), point.types(), point.match(), point.methods(), new FailingHook()))
                .toArray(HookPoint[]::new));
    }

    @AfterEach
    void mend() {
        failing = Failing.NOWHERE;
    }

    @AfterAll
    static void eachPlaceIsToldOnce() {
        System.setErr(ERR);
        var told = TOLD.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("FluxRun: warning"))
                .map(line -> line.substring(0, line.indexOf(';')))
                .toList();
        assertThat(told).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_ENTER", "ON_EXIT"})
    void threadsAndPoolsGoOn(Failing where) throws Exception {
        var pool = Executors.newScheduledThreadPool(2);
        try {
            goesOn(where, "lane", () -> {
                var started = new CompletableFuture<Integer>();
                new Thread(() -> started.complete(1)).start();
                int sum = IntStream.range(0, 100).parallel().sum();
                return started.get()
                        + sum
                        + pool.submit(() -> 2).get()
                        + pool.schedule(() -> 3, 1, TimeUnit.MILLISECONDS).get()
                        + CompletableFuture.supplyAsync(() -> 4).get();
            });
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_ENTER", "ON_EXIT"})
    void httpCallsGoOn(Failing where) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, 2);
            try (var body = exchange.getResponseBody()) {
                body.write(new byte[] {'n', 'o'});
            }
        });
        server.start();
        try {
            var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            goesOn(where, "http", () -> {
                var response = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
                return response.statusCode() + response.body();
            });
        } finally {
            server.stop(0);
        }
    }

    /** What runs after a hook, in the client's own callbacks, is outside the hook's protection. */
    @ParameterizedTest
    @EnumSource
    void httpCallsGoOnWhateverFailsInTheirRecording(FailingRecording.Part part) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
                .POST(HttpRequest.BodyPublishers.ofString("no"))
                .build();
        var client = HttpClient.newHttpClient();
        try {
            for (Callable<String> call : List.<Callable<String>>of(
                    () -> client.send(request, BodyHandlers.ofString()).body(),
                    () -> client.sendAsync(request, BodyHandlers.ofString())
                            .get()
                            .body(),
                    () -> new String(
                            client.send(request, BodyHandlers.ofInputStream())
                                    .body()
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))) {
                var recording = new FailingRecording(part);
                assertThat(InLane.of(recording, call)).isEqualTo("no");
                assertThat(recording.failed).as("it did fail").isPositive();
                assertThat(recording.reasons).as("PARTIAL").isNotEmpty();
            }
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_ENTER", "ON_EXIT"})
    void jdbcCallsGoOn(Failing where) throws Exception {
        goesOn(where, "jdbc", () -> {
            try (var connection = DriverManager.getConnection("jdbc:h2:mem:contained");
                    var statement = connection.prepareStatement("select ? + 1, cast(null as int)")) {
                statement.setInt(1, 41);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getInt(1) + " " + rows.getObject(2) + " " + rows.next();
                }
            }
        });
        failing = where;
        assertThatThrownBy(() -> {
                    try (var connection = DriverManager.getConnection("jdbc:h2:mem:contained")) {
                        connection.createStatement().execute("select nothing");
                    }
                })
                .isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_ENTER", "ON_EXIT"})
    void socketsAndProcessesGoOn(Failing where) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            goesOn(where, "airlock", () -> {
                try (var socket = new Socket("localhost", server.getLocalPort());
                        var accepted = server.accept()) {
                    return socket.getPort() == accepted.getLocalPort();
                }
            });
        }
        failing = where;
        var java = ProcessHandle.current().info().command().orElseThrow();
        assertThat(new ProcessBuilder(java, "-version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void callSitesGetTheRealValues() throws Exception {
        var broken = new Broken();
        var expected = Calling.draws(new Random(5)).get("java.util.Random.nextLong()");
        assertThat(InLane.of(broken, () -> Calling.draws(new Random(5))))
                .containsEntry("java.util.Random.nextLong()", expected);
        assertThat(InLane.of(broken, Calling::clocks)).doesNotContainValue(null);
        assertThat(InLane.of(broken, () -> Calling.property("java.version")))
                .isEqualTo(System.getProperty("java.version"));
        assertThat(HookFailures.counts()).containsKeys("clock", "random", "env");
    }

    @Test
    void poolsRunTasksWhoseLaneCannotBeOpened() throws Exception {
        var pool = Executors.newSingleThreadExecutor();
        try {
            assertThat(InLane.of(new Broken(), () -> pool.submit(() -> 7).get()))
                    .isEqualTo(7);
        } finally {
            pool.shutdown();
        }
    }

    private static void goesOn(Failing where, String boundary, Callable<?> work) throws Exception {
        var expected = work.call();
        long before = HookFailures.counts().getOrDefault(boundary, 0L);
        failing = where;
        assertThat(work.call()).isEqualTo(expected);
        failing = Failing.NOWHERE;
        assertThat(HookFailures.counts().get(boundary)).as("the hooks did fail").isGreaterThan(before);
    }

    /** Throws what nobody expects: not in the log, not in the application. */
    private static final class FailingHook implements Hook {
        @Override
        public Object enter(Object self, Object[] arguments) {
            if (failing == Failing.ON_ENTER) {
                throw new OutOfMemoryError("forced");
            }
            return failing == Failing.ON_EXIT ? "token" : null;
        }

        @Override
        public Object[] exit(Object token, Object self, Object[] arguments, Object result, Throwable thrown) {
            if (failing == Failing.ON_EXIT) {
                throw new StackOverflowError("forced");
            }
            return null;
        }
    }

    private static final class Broken extends RecordingSession {
        @Override
        public void reading(Lane lane, String api, String site, long value) {
            throw new OutOfMemoryError("forced");
        }

        @Override
        public void reading(Lane lane, String api, String site, Object value) {
            throw new StackOverflowError("forced");
        }

        @Override
        public void draw(Lane lane, String api, String site, Object value) {
            throw new IllegalStateException("forced");
        }

        @Override
        public void environment(EnvironmentKind kind, String name, String value) {
            throw new IllegalStateException("forced");
        }

        @Override
        public void laneOpened(Lane child) {
            throw new OutOfMemoryError("forced");
        }
    }
}
