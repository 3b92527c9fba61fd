package io.fluxrun.boundary.airlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What exporters, registries and health checks send while a run is recorded is not the run's. */
@Timeout(60)
class BackgroundWorkTests {
    private final LinkedBlockingQueue<String> exports = new LinkedBlockingQueue<>();
    private ServerSocket collector;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @BeforeEach
    void listen() throws IOException {
        collector = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        collector.close();
    }

    static Stream<Function<Runnable, AutoCloseable>> exporters() {
        return Stream.of(BackgroundWorkTests::scheduled, BackgroundWorkTests::thread);
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void anExporterThatWasThereBefore(Function<Runnable, AutoCloseable> start) throws Exception {
        var exporter = start.apply(this::export);
        try (exporter) {
            assertThat(reasons(() -> {
                        exports.clear();
                        next();
                        return next();
                    }))
                    .isEmpty();
        }
    }

    @Test
    void workOfOthersOnAThreadThatTheRunHasStarted() throws Exception {
        var pool = Executors.newSingleThreadExecutor();
        try {
            assertThat(reasons(() -> {
                        var worker = pool.submit(() -> Thread.currentThread().getName())
                                .get();
                        submitted(pool);
                        assertThat(next()).isEqualTo(worker);
                        return worker;
                    }))
                    .isEmpty();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void theSameWorkOfTheRunIsNoted() throws Exception {
        assertThat(reasons(() -> {
                    export();
                    return next();
                }))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).contains("socket to "));
    }

    /** By somebody who is in no run. */
    private void submitted(ExecutorService pool) {
        Lane before = Scope.suspend();
        try {
            pool.execute(this::export);
        } finally {
            Scope.restore(before);
        }
    }

    private String next() throws InterruptedException {
        var export = exports.poll(30, TimeUnit.SECONDS);
        assertThat(export).isNotNull();
        return export;
    }

    private void export() {
        try (var socket = new Socket(collector.getInetAddress(), collector.getLocalPort())) {
            var beans = ManagementFactory.getPlatformMBeanServer();
            beans.getAttribute(new ObjectName(ManagementFactory.RUNTIME_MXBEAN_NAME), "Uptime");
            socket.getOutputStream().write(1);
            exports.add(Thread.currentThread().getName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> reasons(Callable<String> run) throws Exception {
        try (var recording = new RecordingInMemory()) {
            Lane before = Scope.bind(recording.main());
            try {
                run.call();
            } finally {
                Scope.restore(before);
            }
            return recording.reasons();
        }
    }

    private static AutoCloseable scheduled(Runnable export) {
        var timer = Executors.newScheduledThreadPool(1);
        timer.scheduleAtFixedRate(export, 0, 5, TimeUnit.MILLISECONDS);
        return timer::shutdownNow;
    }

    private static AutoCloseable thread(Runnable export) {
        var thread = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    export.run();
                } catch (UncheckedIOException closed) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread::interrupt;
    }
}
