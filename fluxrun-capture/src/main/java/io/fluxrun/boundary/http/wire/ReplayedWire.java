package io.fluxrun.boundary.http.wire;

import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The exchanges of a connection that leads nowhere: a request is asked for when its client waits for the answer. */
final class ReplayedWire {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private ByteArrayOutputStream body = new ByteArrayOutputStream();
    private MessageReader request = newRequest();
    private int continued;
    private volatile @Nullable WireReply reply;
    private volatile boolean closed;
    private @Nullable Lane sender;

    private MessageReader newRequest() {
        var collected = new ByteArrayOutputStream();
        body = collected;
        return new MessageReader(null, collected::write);
    }

    void sent(Lane lane, byte[] buffer, int offset, int length) {
        sender = lane.origin();
        if (reply != null) {
            reply = null;
            request = newRequest();
            continued = 0;
        }
        request.take(buffer, offset, length);
    }

    int read(Lane lane, String origin, byte[] buffer, int offset, int length) throws IOException {
        Head head = request.head();
        if (head == null) {
            throw new SocketTimeoutException("Read timed out");
        }
        if (!request.isComplete() && head.first("Expect") != null && continued < CONTINUE.length) {
            int read = Math.min(length, CONTINUE.length - continued);
            System.arraycopy(CONTINUE, continued, buffer, offset, read);
            continued += read;
            return read;
        }
        WireReply answer = reply;
        if (answer == null) {
            answer = ask(lane, head, origin);
            reply = answer;
            if (closed) {
                answer.close();
            }
        }
        return answer.read(buffer, offset, length);
    }

    int available() {
        WireReply answer = reply;
        return answer == null ? 0 : answer.available();
    }

    /**
     * What was sent has been asked for, even if nobody waits for the answer.
     *
     * @param lane {@code null} if the thread that closes has none
     */
    @SuppressWarnings("ReferenceEquality") // a lane is one object
    void close(@Nullable Lane lane, String origin) {
        closed = true;
        WireReply answer = reply;
        if (answer != null) {
            answer.close();
        } else if (lane != null && lane.origin() == sender && request.isComplete() && request.head() != null) {
            reply = ask(lane, request.head(), origin);
        }
    }

    private WireReply ask(Lane lane, Head head, String origin) {
        var replaying = (Replaying) lane.session();
        String method = Method.of(head);
        String operation = WireText.operation(head, origin);
        Value sent = body.size() == 0 ? Value.NULL : Value.of(body.toByteArray());
        Answer answer = replaying.ask(
                lane,
                HttpText.BOUNDARY,
                operation,
                HttpText.isWrite(method),
                WireText.request(head, origin, sent, null));
        return new WireReply(
                answer,
                method,
                () -> replaying.blocked(
                        lane,
                        HttpText.BOUNDARY,
                        "the rest of the response body of " + operation
                                + ", of which the recording kept only the beginning"));
    }
}
