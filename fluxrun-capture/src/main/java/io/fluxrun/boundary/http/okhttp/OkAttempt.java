package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.message.Aside;
import io.fluxrun.boundary.http.message.BodyCopy;
import io.fluxrun.boundary.http.message.Cut;
import io.fluxrun.boundary.http.message.Failures;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.wire.Connecting;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** One request that goes out and what has come back for it so far. Thread-safe. */
final class OkAttempt {
    private final Recording recording;
    private final Lane lane;
    private final OkRequest request;
    private final long startedNanos = System.nanoTime();
    private final BodyCopy sent;
    private final BodyCopy received;
    private @Nullable Value head;
    private @Nullable Throwable failure;
    private boolean complete;
    private boolean connected = true;
    private boolean retried;
    private boolean ended;

    OkAttempt(Recording recording, Lane lane, OkRequest request) {
        this.recording = recording;
        this.lane = lane;
        this.request = request;
        this.sent = new BodyCopy(recording, () -> "the request body of " + request.operation());
        this.received = new BodyCopy(recording, () -> "the response body of " + request.operation());
    }

    /** Does FluxRun's part, see {@link Aside}. */
    void aside(Runnable part) {
        Aside.run(recording, part);
    }

    /** From now on there is something to record, even if the run closes. */
    void begin() {
        recording.atClose(() -> aside(this::end));
    }

    void sent(byte[] bytes) {
        sent.copy(ByteBuffer.wrap(bytes));
    }

    /** @param bodiless whether no body can follow */
    synchronized void answered(Value response, boolean bodiless) {
        head = response;
        complete = bodiless;
        if (bodiless) {
            end();
        }
    }

    void received(byte[] bytes) {
        received.copy(ByteBuffer.wrap(bytes));
    }

    synchronized void completed() {
        complete = true;
        end();
    }

    /** What the client reports after the application has cancelled is the application's doing. */
    synchronized void failed(Throwable thrown) {
        if (!complete && failure == null) {
            failure = OkCalls.isCancelled(request.call()) ? new CancellationException().initCause(thrown) : thrown;
            end();
        }
    }

    synchronized void notConnected(Throwable thrown) {
        connected = false;
        failure = thrown;
        end();
    }

    /** The client goes on to send the request again, whatever the routes are on replay. */
    synchronized void retried() {
        retried = true;
    }

    synchronized void end() {
        if (!ended) {
            ended = true;
            recording.exchange(
                    lane,
                    HttpText.BOUNDARY,
                    request.operation(),
                    HttpText.isWrite(request.method()),
                    startedNanos,
                    this::request,
                    this::outcome);
        }
    }

    private synchronized Value request() {
        try {
            var written =
                    connected ? request.withBody(sent.value()) : Connecting.unsent(request.method(), request.url());
            return sent.truncated() ? with(written, "truncated", Value.of(Cut.LIMIT.text())) : written;
        } catch (Throwable e) {
            throw new IllegalStateException("the request of " + request.operation() + " cannot be read", e);
        }
    }

    private synchronized Answer outcome() {
        Cut cut = received.truncated() ? Cut.LIMIT : complete || failure != null ? null : Cut.UNREAD;
        Value response = head == null ? Value.NULL : with(head, "body", received.value());
        if (failure != null) {
            Value details = retried ? with(response, "retry", Value.of(true)) : response;
            return Answer.of(Thrown.of(failure, details));
        }
        if (head == null) {
            return Answer.of(Failures.unanswered());
        }
        return Answer.of(cut == null ? response : with(response, "truncated", Value.of(cut.text())));
    }

    private static Value with(Value fields, String name, Value value) {
        var builder = Value.fields();
        if (fields instanceof Value.Fields had) {
            had.fields().forEach(builder::put);
        }
        return builder.put(name, value).build();
    }
}
