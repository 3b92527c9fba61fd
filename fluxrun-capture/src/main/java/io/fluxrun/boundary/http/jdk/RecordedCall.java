package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.Failures;
import io.fluxrun.boundary.http.message.InLane;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;

/** One send of a recorded run. */
final class RecordedCall<T> implements JdkCall<T> {
    private final Recording recording;
    private final Lane lane;
    private final BodyHandler<T> handler;
    private final @Nullable CopiedPublisher publisher;
    private final long startedNanos = System.nanoTime();
    private @Nullable RecordedAttempt attempt;

    RecordedCall(Recording recording, Lane lane, BodyHandler<T> handler, @Nullable CopiedPublisher publisher) {
        this.recording = recording;
        this.lane = lane;
        this.handler = handler;
        this.publisher = publisher;
        recording.atClose(this::runClosed);
    }

    /** The client begins an attempt; an earlier one has come to its end. */
    synchronized RecordedAttempt begin(Object exchange) throws Throwable {
        HttpRequest request = JdkInternals.get().requestOfAttempt(exchange);
        long began = attempt == null ? startedNanos : System.nanoTime();
        if (attempt != null) {
            attempt.end();
        }
        CopiedPublisher published = request.bodyPublisher().isPresent() ? publisher : null;
        attempt = new RecordedAttempt(
                recording,
                lane,
                RequestHead.of(request),
                published,
                JdkInternals.get().cancellation(exchange),
                began);
        return attempt;
    }

    @Override
    public BodySubscriber<T> apply(HttpResponse.ResponseInfo head) {
        BodySubscriber<T> subscriber = InLane.get(lane, () -> handler.apply(head));
        RecordedAttempt last = current();
        // An attempt that could not be begun is not recorded, and the application's all the same.
        return last == null ? subscriber : new RecordedBody<>(subscriber, last, lane);
    }

    /**
     * What the application's own handler or subscriber threw is not the outside world's failure: it will throw it again
     * on replay.
     */
    @Override
    public @Nullable Throwable ended(@Nullable Throwable thrown) {
        RecordedAttempt last = current();
        if (last != null && thrown != null) {
            last.aside(() -> failed(last, Failures.cause(thrown)));
            last.aside(last::end);
        }
        return thrown;
    }

    private static void failed(RecordedAttempt attempt, Throwable cause) {
        if (isTimeout(cause, attempt.failure())) {
            attempt.failed(cause);
        }
    }

    /** A request that timed out fails with whatever its cancellation brings; the client corrects that at the end. */
    private static boolean isTimeout(Throwable seen, @Nullable Throwable raw) {
        return raw != null && seen instanceof HttpTimeoutException && !(raw instanceof HttpTimeoutException);
    }

    private void runClosed() {
        RecordedAttempt last = current();
        if (last != null) {
            last.end();
        }
    }

    private synchronized @Nullable RecordedAttempt current() {
        return attempt;
    }
}
