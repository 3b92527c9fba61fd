package io.fluxrun.boundary.airlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.Calls;
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
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AirlockTests {
    private ServerSocketChannel streams;
    private DatagramChannel datagrams;
    private InetSocketAddress witness;

    @BeforeAll
    static void install() {
        AgentInstaller.install(ByteBuddyAgent.install());
    }

    @BeforeEach
    void listen() throws IOException {
        streams = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        witness = (InetSocketAddress) streams.getLocalAddress();
        datagrams = DatagramChannel.open().bind(witness);
        streams.configureBlocking(false);
        datagrams.configureBlocking(false);
    }

    @AfterEach
    void stop() throws IOException {
        streams.close();
        datagrams.close();
        assertThat(HookFailures.counts()).isEmpty();
    }

    static Stream<Map.Entry<String, Calls.Call>> calls() {
        return Calls.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aReplayIsBlockedBeforeAByteLeaves(Map.Entry<String, Calls.Call> call) throws Exception {
        var replay = new ReplayInMemory(List.of(), new HttpKey());
        assertThatThrownBy(() -> in(replay.main(), call.getValue()))
                .isInstanceOf(LiveCallBlockedError.class)
                .hasMessageMatching(named(call) + " from com\\.acme\\.Calls#.*:\\d+");
        assertThat(replay.misses()).hasSize(1);
        assertThat(streams.accept()).isNull();
        assertThat(datagrams.receive(java.nio.ByteBuffer.allocate(1))).isNull();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aRecordingGoesOnAndNamesTheCallSite(Map.Entry<String, Calls.Call> call) throws Exception {
        try (var recording = new RecordingInMemory()) {
            in(recording.main(), call.getValue());
            assertThat(recording.reasons())
                    .isNotEmpty()
                    .allSatisfy(reason ->
                            assertThat(reason).matches("(open )?" + named(call) + " from com\\.acme\\.Calls#.*:\\d+"));
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aKnownExchangePasses(Map.Entry<String, Calls.Call> call) throws Exception {
        var replay = new ReplayInMemory(List.of(), new HttpKey());
        Lane before = Scope.bind(replay.main());
        Lane suspended = Scope.suspend();
        assertThatCode(() -> call.getValue().make(witness)).doesNotThrowAnyException();
        Scope.restore(suspended);
        Scope.restore(before);
        assertThat(replay.misses()).isEmpty();
    }

    @Test
    void serversSelectorsAndTheOwnHostsNamesAreNoWayOut() throws Exception {
        var replay = new ReplayInMemory(List.of(), new HttpKey());
        in(replay.main(), to -> {
            new ServerSocket(0).close();
            java.nio.channels.Selector.open().close();
            java.nio.channels.Pipe.open().sink().close();
            InetAddress.getByName("localhost");
            InetAddress.getByName("127.0.0.1");
            InetAddress.getLocalHost();
        });
        assertThat(replay.misses()).isEmpty();
    }

    private String named(Map.Entry<String, Calls.Call> call) {
        return call.getKey().trim().formatted("127\\.0\\.0\\.1:" + witness.getPort());
    }

    private void in(Lane lane, Calls.Call call) throws Exception {
        Callable<Void> made = () -> {
            call.make(witness);
            return null;
        };
        Lane before = Scope.bind(lane);
        try {
            made.call();
        } finally {
            Scope.restore(before);
        }
    }
}
