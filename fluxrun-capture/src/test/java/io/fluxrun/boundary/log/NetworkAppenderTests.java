package io.fluxrun.boundary.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.boundary.ReplayInMemory;
import io.fluxrun.boundary.http.HttpKey;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A handler that writes to the network from a thread of its own, which the first line of a replay starts. */
@Timeout(60)
class NetworkAppenderTests {
    @BeforeAll
    static void install() {
        SelfAttachment.install();
    }

    @Test
    void theAirlockStopsWhatAnAppendersOwnThreadSends() throws Exception {
        var logger = Logger.getLogger("com.acme.shipped");
        logger.setUseParentHandlers(false);
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort());
                var accepted = server.accept()) {
            var shipper = new Shipper(client);
            logger.addHandler(shipper);
            var replay = new ReplayInMemory(List.of(), new HttpKey());
            var before = Scope.bind(replay.main());
            try {
                logger.info("from the replay");
            } finally {
                Scope.restore(before);
            }
            assertThat(shipper.sent.join()).isInstanceOf(LiveCallBlockedError.class);
            client.getOutputStream().write('o');
            assertThat(accepted.getInputStream().read())
                    .as("the first byte of all")
                    .isEqualTo('o');
            assertThat(replay.misses()).hasSize(1);
        }
    }

    /** Starts a thread for a line. */
    private static final class Shipper extends Handler {
        private final CompletableFuture<Throwable> sent = new CompletableFuture<>();
        private final Socket client;

        Shipper(Socket client) {
            this.client = client;
        }

        @Override
        public void publish(LogRecord event) {
            new Thread(() -> {
                        try {
                            client.getOutputStream().write(event.getMessage().getBytes(StandardCharsets.UTF_8));
                            sent.complete(null);
                        } catch (IOException | Error failure) {
                            sent.complete(failure);
                        }
                    })
                    .start();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
