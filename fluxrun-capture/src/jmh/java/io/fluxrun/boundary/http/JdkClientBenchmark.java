package io.fluxrun.boundary.http;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import io.fluxrun.record.RunRecording;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A {@code java.net.http} exchange over loopback: without FluxRun, with it outside a run, and recorded. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+EnableDynamicAgentLoading")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class JdkClientBenchmark {
    /** Whether FluxRun is there. */
    public enum FluxRun {
        ABSENT,
        IDLE,
        RECORDING
    }

    @Param
    public FluxRun fluxRun;

    private Recorder recorder;
    private Server server;
    private HttpClient client;
    private HttpRequest get;
    private HttpRequest post;

    @Setup
    public void start() throws IOException {
        if (fluxRun != FluxRun.ABSENT) {
            AgentInstaller.install(ByteBuddyAgent.install());
            recorder = Recorder.start(RecorderSettings.DEFAULT, (run, boot) -> {}, problem -> {
                throw new IllegalStateException(problem);
            });
            Objects.requireNonNull(recorder.open(), "the first run ends the boot").abandon();
        }
        server = new Server();
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI uri = URI.create("http://127.0.0.1:" + server.socket.getLocalPort() + "/stock/check");
        get = HttpRequest.newBuilder(uri).build();
        post = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofString("{\"sku\":\"a\",\"quantity\":1}"))
                .build();
    }

    @TearDown
    public void stop() throws IOException {
        server.socket.close();
        if (recorder != null) {
            recorder.stop();
        }
    }

    @Benchmark
    public HttpResponse<String> get() throws Exception {
        return inRun(get);
    }

    @Benchmark
    public HttpResponse<String> post() throws Exception {
        return inRun(post);
    }

    private HttpResponse<String> inRun(HttpRequest request) throws Exception {
        if (fluxRun != FluxRun.RECORDING) {
            return client.send(request, BodyHandlers.ofString());
        }
        RunRecording run = Objects.requireNonNull(recorder.open());
        Lane before = Scope.bind(run.main());
        try {
            return client.send(request, BodyHandlers.ofString());
        } finally {
            Scope.restore(before);
            run.abandon();
        }
    }

    /** Answers every request alike, without the delay that Nagle's algorithm brings to small answers. */
    private static final class Server {
        private static final byte[] ANSWER =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"stock\":7}"
                        .getBytes(StandardCharsets.US_ASCII);

        final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        Server() throws IOException {
            var acceptor = new Thread(this::accept);
            acceptor.setDaemon(true);
            acceptor.start();
        }

        private void accept() {
            try {
                while (true) {
                    Socket connection = socket.accept();
                    connection.setTcpNoDelay(true);
                    var thread = new Thread(() -> serve(connection));
                    thread.setDaemon(true);
                    thread.start();
                }
            } catch (IOException closed) {
                // The benchmark is over.
            }
        }

        private static void serve(Socket connection) {
            byte[] request = new byte[8192];
            try (connection; InputStream in = connection.getInputStream()) {
                int length = 0;
                while (true) {
                    int read = in.read(request, length, request.length - length);
                    if (read < 0) {
                        return;
                    }
                    length += read;
                    if (isWhole(new String(request, 0, length, StandardCharsets.US_ASCII))) {
                        connection.getOutputStream().write(ANSWER);
                        length = 0;
                    }
                }
            } catch (IOException closed) {
                // The client is gone.
            }
        }

        private static boolean isWhole(String request) {
            return request.endsWith("\r\n\r\n") && request.startsWith("GET") || request.endsWith("}");
        }
    }
}
