package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.Cut;
import io.fluxrun.boundary.http.message.InLane;
import io.fluxrun.scope.Lane;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Delivers a recorded body as the client would: read-only buffers, on demand only, never two at once. */
final class ReplayedBody implements Flow.Subscription {
    /** The size of the JDK client's own buffers. */
    private static final int CHUNK = 16 * 1024;

    private final BodySubscriber<?> subscriber;
    private final Reply reply;
    private final Lane lane;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger turns = new AtomicInteger();
    private final ByteBuffer rest;
    private volatile boolean over;

    private ReplayedBody(BodySubscriber<?> subscriber, Reply reply, Lane lane) {
        this.subscriber = subscriber;
        this.reply = reply;
        this.lane = lane;
        this.rest = reply.body().duplicate();
    }

    /** @param lane that the application's subscriber runs in */
    static void start(BodySubscriber<?> subscriber, Reply reply, Lane lane) {
        var body = new ReplayedBody(subscriber, reply, lane);
        body.turns.incrementAndGet();
        InLane.run(lane, () -> subscriber.onSubscribe(body));
        body.deliver();
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            over = true;
            InLane.run(lane, () -> subscriber.onError(new IllegalArgumentException("non-positive request: " + n)));
            return;
        }
        demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
        if (turns.getAndIncrement() == 0) {
            deliver();
        }
    }

    @Override
    public void cancel() {
        over = true;
    }

    private void deliver() {
        int taken = turns.get();
        do {
            while (!over && rest.hasRemaining() && demand.get() > 0) {
                demand.decrementAndGet();
                int length = Math.min(CHUNK, rest.remaining());
                ByteBuffer buffer = rest.slice(rest.position(), length);
                rest.position(rest.position() + length);
                InLane.run(lane, () -> subscriber.onNext(List.of(buffer)));
            }
            if (!over && !rest.hasRemaining()) {
                finish();
            }
            taken = turns.addAndGet(-taken);
        } while (taken != 0);
    }

    /** Ends a whole body at once, and fails only who wants more: a stream could otherwise not be read up to there. */
    private void finish() {
        if (reply.failure() == null && reply.cut() == null) {
            over = true;
            InLane.run(lane, subscriber::onComplete);
        } else if (demand.get() > 0 && !reply.pending()) {
            over = true;
            Throwable failure = reply.failure() == null ? beyond() : reply.failure();
            InLane.run(lane, () -> subscriber.onError(failure));
        }
    }

    /** Streams ask for one buffer ahead, which they may never read: that alone is no divergence. */
    private Throwable beyond() {
        return reply.cut() == Cut.UNREAD && demand.get() == 1
                ? new IOException(
                        "the recorded code read only the first " + rest.position() + " bytes of this response")
                : reply.beyond().get();
    }
}
