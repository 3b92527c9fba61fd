package io.fluxrun.boundary.http.wire;

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
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request over a connection and what has come back for it so far. Written by the client's threads, read later by the
 * recorder's; an exchange that is under way when the run closes is recorded as far as it got. Thread-safe.
 */
final class RecordedWire {
    private final Recording recording;
    private final Consumer<RecordedWire> forget;
    private final Lane lane;
    private final String origin;
    private final long startedNanos = System.nanoTime();
    private final BodyCopy requestBody;
    private final BodyCopy responseBody;
    private final MessageReader request;
    private @Nullable MessageReader response;
    private @Nullable Throwable failure;
    private boolean eof;
    private boolean over;
    private boolean ended;

    /** @param forget called as soon as it is over: the connection may be kept much longer than the run */
    RecordedWire(Recording recording, Lane lane, String origin, Consumer<RecordedWire> forget) {
        this.recording = recording;
        this.forget = forget;
        this.lane = lane;
        this.origin = origin;
        this.requestBody = new BodyCopy(recording, () -> "the request body of " + operation());
        this.responseBody = new BodyCopy(recording, () -> "the response body of " + operation());
        this.request = new MessageReader(null, (b, at, n) -> requestBody.copy(ByteBuffer.wrap(b, at, n)));
        recording.atClose(() -> Aside.run(recording, this::close));
    }

    /** Whether what the client does next is another exchange's. */
    synchronized boolean isOver() {
        return over;
    }

    /** Whether the answer has begun: what is sent from now on is another request. */
    synchronized boolean isAnswered() {
        return response != null && response.hasBegun();
    }

    /** Does FluxRun's part, see {@link Aside}. */
    void aside(Runnable part) {
        Aside.run(recording, part);
    }

    synchronized void sent(byte[] buffer, int offset, int length) {
        request.take(buffer, offset, length);
    }

    synchronized void received(byte[] buffer, int offset, int length) {
        failure = null;
        answer().take(buffer, offset, length);
        if (answer().isComplete()) {
            close();
        }
    }

    synchronized void ended() {
        eof = true;
        answer().end();
        close();
    }

    synchronized void failed(Throwable thrown) {
        boolean waitsForContinue = thrown instanceof SocketTimeoutException && !request.isComplete();
        if (!over && !waitsForContinue) {
            failure = thrown;
            end();
        }
    }

    /** The client has closed the connection, or sends another request over it, or the run closes. */
    synchronized void close() {
        over = true;
        forget.accept(this);
        end();
    }

    private MessageReader answer() {
        if (response == null) {
            response = new MessageReader(
                    Method.of(request.head()), (b, at, n) -> responseBody.copy(ByteBuffer.wrap(b, at, n)));
        }
        return response;
    }

    /** Hands the exchange to the recording, the first time; what comes later still shows when the run is written. */
    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (request.head() == null) {
            recording.partial("http: a request to " + origin + " could not be read");
            return;
        }
        recording.exchange(
                lane,
                HttpText.BOUNDARY,
                operation(),
                HttpText.isWrite(Method.of(request.head())),
                startedNanos,
                this::request,
                this::outcome);
    }

    private String operation() {
        Head head = request.head();
        return head == null ? "a request to " + origin : WireText.operation(head, origin);
    }

    private synchronized Value request() {
        return WireText.request(
                Objects.requireNonNull(request.head()),
                origin,
                requestBody.value(),
                requestBody.truncated() ? Cut.LIMIT : null);
    }

    private synchronized Answer outcome() {
        Value received = response == null || !response.hasBegun()
                ? Value.NULL
                : WireText.response(response, responseBody.value(), cut(response));
        if (failure != null) {
            return Answer.of(Thrown.of(failure, received));
        }
        boolean whole = response != null && (response.isComplete() || response.isMalformed());
        if (eof && !whole) {
            return Answer.of(Failures.closed(received));
        }
        return received.isNull() ? Answer.of(Failures.unanswered()) : Answer.of(received);
    }

    private @Nullable Cut cut(MessageReader received) {
        if (responseBody.truncated()) {
            return Cut.LIMIT;
        }
        return failure == null && !eof && !received.isComplete() && !received.isMalformed() ? Cut.UNREAD : null;
    }
}
