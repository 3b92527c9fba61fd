package io.fluxrun.boundary.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecordedAttemptTests {
    @BeforeAll
    static void attach() {
        SelfAttachment.install();
    }

    /** The client's thread is at it, and the run closes: whoever comes second returns when the exchange is held. */
    @Test
    void aRunThatClosesWhileAnAttemptEndsHasIt() throws Exception {
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var recording = new RecordingInMemory() {
            @Override
            public void exchange(
                    Lane lane,
                    String boundary,
                    String operation,
                    boolean write,
                    long startedNanos,
                    Supplier<Value> request,
                    Supplier<Answer> answer) {
                entered.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                super.exchange(lane, boundary, operation, write, startedNanos, request, answer);
            }
        }) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1/slow")).build();
            var head = new RequestHead(request.method(), request.uri(), request.headers(), request.headers());
            var attempt = new RecordedAttempt(
                    recording, recording.main(), head, null, new AtomicReference<>(), System.nanoTime());
            var client = new Thread(attempt::end);
            client.start();
            entered.await();
            var closing = new Thread(attempt::end);
            closing.start();
            while (closing.getState() != Thread.State.BLOCKED && closing.isAlive()) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            closing.join();
            assertThat(recording.exchanges()).hasSize(1);
            client.join();
        }
    }
}
