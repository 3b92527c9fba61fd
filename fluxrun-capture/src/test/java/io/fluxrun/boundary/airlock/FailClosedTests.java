package io.fluxrun.boundary.airlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.HookFailures;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.boundary.http.HttpKey;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a replayed application tries, from whichever thread: a listening server receives nothing. */
class FailClosedTests {
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger received = new AtomicInteger();
    private ServerSocket witness;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @BeforeEach
    void listen() throws IOException {
        witness = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::count);
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        witness.close();
        assertThat(HookFailures.counts()).isEmpty();
    }

    /** Threads that an application may make its calls from. */
    enum From {
        TEST_THREAD {
            @Override
            void run(Callable<?> call) throws Exception {
                call.call();
            }
        },
        SCHEDULED_THREAD {
            @Override
            void run(Callable<?> call) throws Exception {
                var scheduler = Executors.newScheduledThreadPool(1);
                try {
                    scheduler.schedule(call, 1, TimeUnit.MILLISECONDS).get();
                } finally {
                    scheduler.shutdownNow();
                }
            }
        },
        COMMON_POOL {
            @Override
            void run(Callable<?> call) throws Exception {
                ForkJoinPool.commonPool().submit(call).get();
            }
        },
        ASYNC_STAGE {
            @Override
            void run(Callable<?> call) throws Exception {
                CompletableFuture.supplyAsync(() -> {
                            try {
                                return call.call();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .get();
            }
        },
        PARALLEL_STREAM {
            @Override
            void run(Callable<?> call) throws Exception {
                Stream.of(1, 2, 3, 4).parallel().forEach(i -> {
                    try {
                        call.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        };

        abstract void run(Callable<?> call) throws Exception;
    }

    static Stream<From> threads() {
        return Stream.of(From.values());
    }

    @ParameterizedTest
    @MethodSource("threads")
    void aSendReachesNobody(From thread) throws Exception {
        refused(thread, () -> client.send(request(), BodyHandlers.ofString()));
    }

    @ParameterizedTest
    @MethodSource("threads")
    void anAsynchronousSendReachesNobody(From thread) throws Exception {
        refused(
                thread,
                () -> client.sendAsync(request(), BodyHandlers.ofString()).get());
    }

    @ParameterizedTest
    @MethodSource("threads")
    void aSocketReachesNobody(From thread) throws Exception {
        refused(thread, () -> {
            try (var socket = new Socket(witness.getInetAddress(), witness.getLocalPort())) {
                socket.getOutputStream().write(1);
                return socket.getInputStream().read();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(From.class)
    void aRetryAfterASwallowedMissReachesNobody(From thread) throws Exception {
        refused(thread, () -> {
            for (int attempt = 0; attempt < 3; attempt++) {
                try {
                    return client.send(request(), BodyHandlers.ofString());
                } catch (Throwable swallowed) {
                    // As retrying code does.
                }
            }
            return new Socket(witness.getInetAddress(), witness.getLocalPort());
        });
    }

    private void refused(From thread, Callable<?> call) throws Exception {
        var replay = new ReplayInMemory(List.of(), new HttpKey());
        Throwable refused = null;
        Lane before = Scope.bind(replay.main());
        try {
            thread.run(call);
        } catch (Throwable e) {
            refused = e;
        } finally {
            Scope.restore(before);
        }
        assertThat(causes(refused)).hasAtLeastOneElementOfType(DivergedError.class);
        assertThat(replay.misses()).isNotEmpty();
        tellTheWitness();
        assertThat(received).as("one connection and one byte of our own").hasValue(2);
    }

    /** The witness listens to one after the other: what came before this has been counted by then. */
    private void tellTheWitness() throws IOException {
        try (var socket = new Socket(witness.getInetAddress(), witness.getLocalPort())) {
            socket.getOutputStream().write(1);
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .toList();
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + witness.getLocalPort() + "/live"))
                .POST(HttpRequest.BodyPublishers.ofString("real money"))
                .build();
    }

    private void count() {
        while (!witness.isClosed()) {
            try (Socket connection = witness.accept()) {
                received.incrementAndGet();
                received.addAndGet(connection.getInputStream().readAllBytes().length);
            } catch (IOException closed) {
                return;
            }
        }
    }
}
