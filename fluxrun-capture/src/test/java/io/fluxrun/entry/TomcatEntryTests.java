package io.fluxrun.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.record.Limits;
import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Scope;
import jakarta.servlet.ServletException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.apache.catalina.LifecycleException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TomcatEntryTests {
    private final SavedRuns saved = new SavedRuns();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Recorder recorder;

    @TempDir
    Path directory;

    @BeforeAll
    static void installHooks() {
        SelfAttachment.install();
    }

    @BeforeEach
    void startRecorder() {
        var limits = new Limits(100_000, 1 << 20, 4096, 32 << 20, 100, 0);
        recorder =
                Recorder.start(new RecorderSettings(limits, null, null, null, "X-Keep", 0, null), saved, problems::add);
    }

    @AfterEach
    void stopRecorder() {
        var running = Objects.requireNonNull(recorder);
        running.stop();
        assertThat(running.bytesHeld()).isZero();
        assertThat(Scope.current()).isNull();
    }

    @Test
    void aFailingRequestIsRecordedAsItWasOnTheWire() throws LifecycleException {
        try (var server = server(new Handler((request, response) -> {
            request.getReader().readLine();
            exchange();
            response.addHeader("X-Twice", "a");
            response.addHeader("X-Twice", "b");
            response.setStatus(503);
            response.getOutputStream().write("out of ".getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
            response.getOutputStream().write("stock".getBytes(StandardCharsets.UTF_8));
        }))) {
            var answer = server.send(HttpRequest.newBuilder(server.uri("/orders/a%20b?x=%41&y"))
                    .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                    .header("X-Tag", "one")
                    .header("X-Tag", "two")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"sku\":1}")));
            assertThat(answer.body()).isEqualTo("out of stock");

            var run = saved.next();
            var request = run.entry().request();
            assertThat(run.entry().kind()).isEqualTo(Entry.Kind.HTTP);
            assertThat(run.entry().name()).isEqualTo("POST /orders/a%20b");
            assertThat(request.get("target").text()).isEqualTo("/orders/a%20b?x=%41&y");
            assertThat(text(request)).isEqualTo("{\"sku\":1}");
            assertThat(request.get("headers").items()).contains(header("X-Tag", "one"), header("X-Tag", "two"));
            assertThat(run.info().traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(run.info().readiness()).isEqualTo(Readiness.READY);
            assertThat(run.exchanges()).hasSize(1);
            assertThat(run.outcome().status()).isEqualTo(Outcome.Status.FAILED);
            assertThat(run.outcome().error()).isNull();
            assertThat(run.outcome().httpStatus()).isEqualTo(503);
            assertThat(text(run.outcome().result())).isEqualTo("out of stock");
            assertThat(run.outcome().result().get("headers").items())
                    .contains(header("X-Twice", "a"), header("X-Twice", "b"));
        }
    }

    @Test
    void goodRequestsLeaveNothing() throws LifecycleException {
        try (var server = server(new Handler((request, response) -> {
            exchange();
            response.setStatus(request.getParameter("fail") == null ? 200 : 500);
        }))) {
            for (int i = 0; i < 50; i++) {
                assertThat(server.get("/").statusCode()).isEqualTo(200);
            }
            server.get("/?fail");
            assertThat(saved.next().outcome().httpStatus()).isEqualTo(500);
            assertThat(saved.size()).isZero();
        }
    }

    @Test
    void theExceptionBehindA500IsTheRunsErrorAndErrorPagesBelongToTheRun() throws LifecycleException {
        try (var server = new TomcatServer(directory)
                .serve("/", new Handler((request, response) -> {
                    throw new ServletException(new IllegalStateException("no stock for 42"));
                }))
                .serve("/error", new Handler((request, response) -> {
                    exchange();
                    response.getWriter().print("sorry");
                }))
                .errorPage("/error")
                .start()) {
            assertThat(server.get("/").body()).isEqualTo("sorry");

            var run = saved.next();
            var signature = Objects.requireNonNull(run.outcome().signature());
            assertThat(Objects.requireNonNull(run.outcome().error()).type()).contains("ServletException");
            assertThat(signature.exception()).isEqualTo("java.lang.IllegalStateException");
            assertThat(signature.message()).isEqualTo("no stock for <n>");
            assertThat(run.exchanges()).hasSize(1);
            assertThat(text(run.outcome().result())).isEqualTo("sorry");
        }
    }

    @Test
    void theExceptionThatSpringTurnedIntoAnAnswerIsTheRunsError() throws LifecycleException {
        try (var server = server(new Handler((request, response) -> {
            request.setAttribute(
                    "org.springframework.web.servlet.DispatcherServlet.EXCEPTION", new IllegalStateException("x"));
            response.setStatus(503);
        }))) {
            server.get("/");

            assertThat(Objects.requireNonNull(saved.next().outcome().error()).message())
                    .isEqualTo("x");
        }
    }

    @Test
    void anAsyncRequestEndsWhenItIsCompleted() throws LifecycleException {
        var returned = new CountDownLatch(1);
        try (var server = server(new Handler((request, response) -> {
            var async = request.startAsync();
            var lane = Objects.requireNonNull(Scope.current());
            new Thread(() -> {
                        awaited(returned);
                        exchange(lane);
                        response.setStatus(500);
                        async.complete();
                    })
                    .start();
            returned.countDown();
        }))) {
            assertThat(server.get("/").statusCode()).isEqualTo(500);

            var run = saved.next();
            assertThat(run.exchanges()).hasSize(1);
            assertThat(run.outcome().httpStatus()).isEqualTo(500);
        }
    }

    @Test
    void anAsyncDispatchGoesOnInTheLaneOfTheEntry() throws LifecycleException {
        try (var server = server(new Handler((request, response) -> {
            if (request.getAttribute("again") == null) {
                request.setAttribute("again", true);
                var async = request.startAsync();
                async.start(async::dispatch);
            } else {
                exchange();
                throw new IllegalStateException("second leg");
            }
        }))) {
            server.get("/");

            var run = saved.next();
            assertThat(Objects.requireNonNull(run.outcome().signature()).message())
                    .isEqualTo("second leg");
            assertThat(run.exchanges().get(0).lane()).isEqualTo(Lane.MAIN);
        }
    }

    @Test
    void anAsyncRequestThatTimesOutEnds() throws LifecycleException {
        try (var server =
                server(new Handler((request, response) -> request.startAsync().setTimeout(50)))) {
            assertThat(server.get("/").statusCode()).isEqualTo(500);
            assertThat(saved.next().outcome().httpStatus()).isEqualTo(500);
        }
    }

    @Test
    void bodiesThatAreNotKeptWholeMakeTheRunPartial() throws LifecycleException {
        try (var server = server(new Handler((request, response) -> {
            response.setStatus(500);
            if (request.getMethod().equals("GET")) {
                response.getOutputStream().write(new byte[200_000]);
            }
        }))) {
            assertThat(server.get("/").body()).hasSize(200_000);
            assertThat(saved.next().info().readiness().reasons())
                    .containsExactly("the response body is larger than the 100000 bytes kept of a body");

            server.post("/", "unread");
            var run = saved.next();
            assertThat(run.info().readiness().reasons())
                    .containsExactly("the application read 0 of the request body's 6 bytes; a replay sends those");
            assertThat(run.entry().request().get("body")).isEqualTo(Value.NULL);
        }
    }

    @Test
    void aLargeBodyReachesTheApplicationUnchanged() throws LifecycleException {
        try (var server = server(new Handler((request, response) -> {
            byte[] all = request.getInputStream().readAllBytes();
            response.setStatus(all.length == 90_000 ? 500 : 200);
        }))) {
            server.post("/", "x".repeat(90_000));

            assertThat(text(saved.next().entry().request())).isEqualTo("x".repeat(90_000));
        }
    }

    @Test
    void theForcedHeaderKeepsAGoodRequest() throws LifecycleException {
        try (var server = server(new Handler((request, response) -> response.setStatus(204)))) {
            server.send(HttpRequest.newBuilder(server.uri("/")).header("X-Keep", "yes"));

            assertThat(saved.next().outcome().status()).isEqualTo(Outcome.Status.COMPLETED);
        }
    }

    private TomcatServer server(Handler handler) throws LifecycleException {
        return new TomcatServer(directory).serve("/", handler).start();
    }

    private static void exchange() {
        exchange(Objects.requireNonNull(Scope.current()));
    }

    private static void exchange(Lane lane) {
        var recording = (Recording) lane.session();
        recording.exchange(
                lane, "http", "GET /", false, System.nanoTime(), () -> Value.NULL, () -> Answer.of(Value.NULL));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(Value message) {
        return new String(Objects.requireNonNull(message.get("body").bytes()), StandardCharsets.UTF_8);
    }

    private static Value header(String name, String value) {
        return Value.list(List.of(Value.of(name), Value.of(value)));
    }
}
