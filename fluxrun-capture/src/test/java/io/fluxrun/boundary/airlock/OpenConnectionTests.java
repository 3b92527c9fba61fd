package io.fluxrun.boundary.airlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.OpenConnection;
import com.acme.OpenConnection.Kind;
import io.fluxrun.agent.AgentInstaller;
import io.fluxrun.agent.HookFailures;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.boundary.http.HttpKey;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that were open before a run are shut in a replay and noted in a recording; a server's answers are not. */
@Timeout(60)
class OpenConnectionTests {
    private static final byte FROM_THE_RUN = 1;
    private static final byte FROM_OUTSIDE = 2;

    private ServerSocketChannel streams;
    private DatagramChannel datagrams;
    private InetSocketAddress address;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @BeforeEach
    void listen() throws IOException {
        streams = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = (InetSocketAddress) streams.getLocalAddress();
        datagrams = DatagramChannel.open().bind(address);
    }

    @AfterEach
    void stop() throws IOException {
        streams.close();
        datagrams.close();
        assertThat(HookFailures.counts()).isEmpty();
    }

    /** Their calls take other ways through the JDK. */
    enum Threads {
        PLATFORM,
        VIRTUAL
    }

    static Stream<Arguments> kindsAndThreads() {
        return Stream.of(Threads.values())
                .filter(threads ->
                        threads == Threads.PLATFORM || Runtime.version().feature() >= 21)
                .flatMap(threads -> Stream.of(Kind.values()).map(kind -> Arguments.of(kind, threads)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndThreads")
    void aReplayWritesNothingOverThem(Kind kind, Threads thread) throws Exception {
        try (var connection = kind.open(address)) {
            var replay = new ReplayInMemory(List.of(), new HttpKey());
            assertThatThrownBy(() -> on(thread, replay.main(), () -> {
                        connection.write(FROM_THE_RUN);
                        return null;
                    }))
                    .isInstanceOf(LiveCallBlockedError.class)
                    .hasMessageMatching("(open socket|datagram) to 127.0.0.1:" + address.getPort()
                            + " from com\\.acme\\.OpenConnection\\$.*#write:\\d+");
            assertThat(replay.misses()).hasSize(1);
            connection.write(FROM_OUTSIDE);
            assertThat(witnessed(kind)).as("the first byte of all").isEqualTo(FROM_OUTSIDE);
        }
    }

    @ParameterizedTest
    @MethodSource("kindsAndThreads")
    void aReplayReadsNothingFromThem(Kind kind, Threads thread) throws Exception {
        try (var connection = kind.open(address)) {
            var replay = new ReplayInMemory(List.of(), new HttpKey());
            assertThatThrownBy(() -> on(thread, replay.main(), connection::read))
                    .isInstanceOf(LiveCallBlockedError.class)
                    .hasMessageMatching("(open socket to|datagram received from) 127.0.0.1:" + address.getPort()
                            + " from com\\.acme\\.OpenConnection\\$.*#read:\\d+");
            assertThat(replay.misses()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRecordingWritesAndSaysSo(Kind kind) throws Exception {
        try (var connection = kind.open(address);
                var recording = new RecordingInMemory()) {
            in(recording.main(), () -> {
                connection.write(FROM_THE_RUN);
                return null;
            });
            assertThat(recording.reasons())
                    .isNotEmpty()
                    .allSatisfy(reason -> assertThat(reason)
                            .contains(" to 127.0.0.1:" + address.getPort() + " from com.acme.OpenConnection$"));
            assertThat(witnessed(kind)).isEqualTo(FROM_THE_RUN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKnownExchangeAndABootPass(Kind kind) throws Exception {
        var replay = new ReplayInMemory(List.of(), new HttpKey());
        try (var connection = kind.open(address);
                var boot = new RecordingInMemory() {
                    @Override
                    public boolean ambient() {
                        return true;
                    }
                }) {
            in(replay.main(), () -> {
                Lane before = Scope.suspend();
                connection.write(FROM_THE_RUN);
                Scope.restore(before);
                return null;
            });
            assertThat(witnessed(kind)).isEqualTo(FROM_THE_RUN);
            if (!kind.isDatagram()) {
                in(boot.main(), () -> {
                    connection.write(FROM_THE_RUN);
                    return null;
                });
                assertThat(boot.reasons()).isEmpty();
            }
        }
        assertThat(replay.misses()).isEmpty();
    }

    /** The request of a replay comes over such a connection, and its answer goes back over it. */
    @Test
    void whatAServerHasAcceptedIsFree() throws Exception {
        var replay = new ReplayInMemory(List.of(), new HttpKey());
        try (var recording = new RecordingInMemory();
                var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var asynchronous = AsynchronousServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            for (Lane lane : List.of(replay.main(), recording.main())) {
                echoes(server.getLocalPort(), lane, () -> OpenConnection.of(server.accept()));
                echoes(
                        address.getPort(),
                        lane,
                        () -> OpenConnection.of(streams.accept().socket()));
                echoes(
                        address.getPort(),
                        lane,
                        () -> new OpenConnection.OfChannel(Kind.FILE_TO_A_CHANNEL, streams.accept()));
                echoes(
                        address.getPort(),
                        lane,
                        () -> OpenConnection.of(streams.socket().accept()));
                echoes(
                        ((InetSocketAddress) asynchronous.getLocalAddress()).getPort(),
                        lane,
                        () -> new OpenConnection.Asynchronous(
                                asynchronous.accept().get()));
            }
            assertThat(recording.reasons()).isEmpty();
        }
        assertThat(replay.misses()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatTheTestDeclaresIsReached(Kind kind) throws Exception {
        var replay = new ReplayInMemory(List.of(), new HttpKey());
        try (var connection = kind.open(address)) {
            replay.allowLoopback(address.getPort() - 1);
            assertThatThrownBy(() -> in(replay.main(), () -> {
                        connection.write(FROM_THE_RUN);
                        return null;
                    }))
                    .isInstanceOf(LiveCallBlockedError.class);
            replay.allowLoopback(address.getPort());
            in(replay.main(), () -> {
                connection.write(FROM_OUTSIDE);
                kind.open(address).close();
                return null;
            });
            assertThat(witnessed(kind)).isEqualTo(FROM_OUTSIDE);
        }
        assertThat(replay.misses()).hasSize(1);
    }

    private static void echoes(int port, Lane lane, Callable<OpenConnection> accepting) throws Exception {
        try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.getOutputStream().write(7);
            in(lane, () -> {
                try (var connection = accepting.call()) {
                    connection.write((byte) connection.read());
                }
                return null;
            });
            assertThat(client.getInputStream().read()).isEqualTo(7);
        }
    }

    private byte witnessed(Kind kind) throws IOException {
        var one = ByteBuffer.allocate(1);
        if (kind.isDatagram()) {
            datagrams.receive(one);
        } else {
            try (SocketChannel connection = streams.accept()) {
                connection.read(one);
            }
        }
        return one.get(0);
    }

    private static void on(Threads threads, Lane lane, Callable<?> work) throws Throwable {
        var thread = threads == Threads.PLATFORM
                ? Executors.newSingleThreadExecutor()
                : (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null);
        try {
            thread.submit(() -> in(lane, work)).get();
        } catch (ExecutionException e) {
            throw e.getCause();
        } finally {
            thread.shutdownNow();
        }
    }

    private static Object in(Lane lane, Callable<?> work) throws Exception {
        Lane before = Scope.bind(lane);
        try {
            return work.call();
        } finally {
            Scope.restore(before);
        }
    }
}
