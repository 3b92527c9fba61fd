package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.Aside;
import io.fluxrun.boundary.http.message.BodyCopy;
import io.fluxrun.boundary.http.message.Cut;
import io.fluxrun.boundary.http.message.Failures;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One request that went out and what has come back for it so far. Written by the client's threads, read later by the
 * recorder's; an attempt that is still under way when the run closes is recorded as far as it got.
 */
final class RecordedAttempt {
    private final Recording recording;
    private final Lane lane;
    private final RequestHead request;
    private final @Nullable CopiedPublisher publisher;
    private final AtomicReference<?> cancellation;
    private final long startedNanos;
    private final BodyCopy body;
    private final Object ending = new Object();
    private @Nullable BodyCopy requestBody;
    private @Nullable ResponseHead head;
    private @Nullable Throwable failure;
    private boolean bodyComplete;
    private boolean abandoned;
    private boolean ended;

    RecordedAttempt(
            Recording recording,
            Lane lane,
            RequestHead request,
            @Nullable CopiedPublisher publisher,
            AtomicReference<?> cancellation,
            long startedNanos) {
        this.cancellation = cancellation;
        this.recording = recording;
        this.lane = lane;
        this.request = request;
        this.publisher = publisher;
        this.startedNanos = startedNanos;
        this.body = new BodyCopy(recording, () -> "the response body of " + request.operation());
    }

    /** Does FluxRun's part of a callback, see {@link Aside}. */
    void aside(Runnable part) {
        Aside.run(recording, part);
    }

    synchronized void answered(ResponseHead received) {
        head = received;
    }

    void received(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            body.copy(buffer);
        }
    }

    synchronized void bodyCompleted() {
        bodyComplete = true;
    }

    /** What the client reports after the application has cancelled is the application's doing. */
    synchronized void failed(Throwable thrown) {
        if (!abandoned) {
            failure = cancellation.get() instanceof CancellationException cancelled ? cancelled : thrown;
        }
    }

    /** The application wants no more of the body. */
    void abandon() {
        synchronized (this) {
            abandoned = true;
        }
        end();
    }

    synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** Hands the exchange to the recording, the first time; what comes later still shows when the run is written. */
    void end() {
        // A run that closes meanwhile has to wait until the recording holds the exchange, or it is lost.
        synchronized (ending) {
            if (ended) {
                return;
            }
            ended = true;
            takeRequestBody();
            recording.exchange(
                    lane,
                    HttpText.BOUNDARY,
                    request.operation(),
                    request.isWrite(),
                    startedNanos,
                    this::request,
                    this::answer);
        }
    }

    private synchronized void takeRequestBody() {
        requestBody = publisher == null ? null : publisher.latest();
    }

    private synchronized Value request() {
        return requestBody == null
                ? request.withBody(Value.NULL, null)
                : request.withBody(requestBody.value(), requestBody.truncated() ? Cut.LIMIT : null);
    }

    private synchronized @Nullable Cut cut() {
        if (body.truncated()) {
            return Cut.LIMIT;
        }
        return failure == null && !bodyComplete ? Cut.UNREAD : null;
    }

    private synchronized Answer answer() {
        Value response = head == null ? Value.NULL : head.withBody(body.value(), cut());
        if (failure != null) {
            return Answer.of(Thrown.of(failure, response));
        }
        return head == null ? Answer.of(Failures.unanswered()) : Answer.of(response);
    }
}
