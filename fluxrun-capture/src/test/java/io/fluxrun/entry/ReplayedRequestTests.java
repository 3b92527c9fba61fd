package io.fluxrun.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.scope.Arrivals;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ReplayedRequestTests {
    private final BlockingQueue<Optional<Throwable>> ended = new LinkedBlockingQueue<>();
    private final List<Optional<Lane>> lanes = new CopyOnWriteArrayList<>();
    private final Lane lane = Lane.main(session());

    @TempDir
    Path directory;

    @BeforeAll
    static void installHooks() {
        SelfAttachment.install();
    }

    @Test
    void anExpectedRequestRunsInTheReplaysLaneAndItsErrorIsHandedBack()
            throws LifecycleException, IOException, InterruptedException {
        Scope.sessionOpened();
        try (var server = server();
                var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Arrivals.expect(socket.getLocalPort(), lane);
            try {
                var answer = server.raw(socket, "GET /?fail HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
                assertThat(answer).startsWith("HTTP/1.1 500 ");
            } finally {
                Arrivals.forget(socket.getLocalPort());
            }
            var error = Objects.requireNonNull(ended.poll(20, TimeUnit.SECONDS));
            assertThat(error).get().extracting(Throwable::getMessage).isEqualTo("broken");

            assertThat(server.get("/").statusCode()).isEqualTo(200);
            assertThat(lanes).containsExactly(Optional.of(lane), Optional.empty());
            assertThat(ended).isEmpty();
        } finally {
            Scope.sessionClosed();
        }
    }

    private TomcatServer server() throws LifecycleException {
        return new TomcatServer(directory)
                .serve("/", new Handler((request, response) -> {
                    lanes.add(Optional.ofNullable(Scope.current()));
                    if (request.getQueryString() != null) {
                        throw new IllegalStateException("broken");
                    }
                }))
                .start();
    }

    private Replaying session() {
        return (Replaying) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Replaying.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "entryEnded" -> ended.add(Optional.ofNullable((Throwable) arguments[0]));
                        case "closed" -> {
                            return false;
                        }
                        case "id" -> {
                            return "replay";
                        }
                        default -> {}
                    }
                    return null;
                });
    }
}
