package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.InLane;
import io.fluxrun.run.Value;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body that the application's publisher publishes on replay, collected whole because it is what is matched. */
final class PublishedBody implements Flow.Subscriber<ByteBuffer> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Throwable failure;

    private PublishedBody() {}

    /** Waits for publishers that publish from a thread of their own. */
    static PublishedBody of(HttpRequest request) throws InterruptedException {
        var body = new PublishedBody();
        var publisher = request.bodyPublisher();
        if (publisher.isEmpty()) {
            return body;
        }
        InLane.suspended(() -> publisher.get().subscribe(body));
        body.ended.await();
        return body;
    }

    Value value() {
        return bytes.size() == 0 ? Value.NULL : Value.of(bytes.toByteArray());
    }

    /** Returns what the publisher failed with, {@code null} if it completed. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        byte[] chunk = new byte[buffer.remaining()];
        buffer.get(chunk);
        bytes.writeBytes(chunk);
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
        ended.countDown();
    }

    @Override
    public void onComplete() {
        ended.countDown();
    }
}
