package io.fluxrun.boundary.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.boundary.RecordingInMemory;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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
        var held = new AtomicInteger();
        var heldAtClose = new AtomicInteger();
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
                held.incrementAndGet();
            }
        }) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1/slow")).build();
            var head = new RequestHead(request.method(), request.uri(), request.headers(), request);
            var attempt = new RecordedAttempt(
                    recording, recording.main(), head, null, new AtomicReference<>(), System.nanoTime());
            var client = new Thread(attempt::end);
            client.start();
            entered.await();
            var closing = new Thread(() -> {
                attempt.end();
                heldAtClose.set(held.get());
            });
            closing.start();
            while (closing.getState() != Thread.State.BLOCKED && closing.isAlive()) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            closing.join();
            assertThat(heldAtClose).hasValue(1);
            client.join();
        }
    }
}
