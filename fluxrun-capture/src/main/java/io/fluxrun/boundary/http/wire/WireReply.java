package io.fluxrun.boundary.http.wire;

import io.fluxrun.boundary.http.message.Failures;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A recorded answer as what a connection's reader meets. Read by one thread; closed by any. */
final class WireReply {
    private final byte[] bytes;
    private final End end;
    private final @Nullable Thrown failure;
    private final Supplier<? extends Error> beyond;
    private int at;
    private boolean closed;

    private enum End {
        /** Nothing more will come until the next request. */
        IDLE,
        CLOSED,
        FAILED,
        /** The application saw no end. */
        NEVER,
        /** The recording has less than there was. */
        BEYOND
    }

    /** @param beyond latches and returns what meets the reader of more bytes than were kept */
    WireReply(Answer answer, String method, Supplier<? extends Error> beyond) {
        this.beyond = beyond;
        if (answer instanceof Answer.Failure failed) {
            Thrown thrown = failed.thrown();
            bytes = ResponseBytes.of(thrown.details(), method, false);
            end = Failures.isPending(thrown) ? End.NEVER : Failures.isClosed(thrown) ? End.CLOSED : End.FAILED;
            failure = end == End.FAILED ? thrown : null;
        } else {
            Value response = ((Answer.Response) answer).value();
            String cut = response.get("truncated").text();
            bytes = ResponseBytes.of(response, method, cut == null);
            end = cut != null ? End.BEYOND : endOf(response, method);
            failure = null;
        }
    }

    private static End endOf(Value response, String method) {
        boolean closes = response.get("status").isNull() || ResponseBytes.endsWithConnection(response, method);
        return closes ? End.CLOSED : End.IDLE;
    }

    int available() {
        return bytes.length - at;
    }

    int read(byte[] buffer, int offset, int length) throws IOException {
        if (at == bytes.length) {
            return end();
        }
        int read = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, buffer, offset, read);
        at += read;
        return read;
    }

    private int end() throws IOException {
        switch (end) {
            case CLOSED -> {
                return -1;
            }
            case IDLE -> throw new SocketTimeoutException("Read timed out");
            case BEYOND -> throw beyond.get();
            case NEVER -> throw closedByTheClient();
            default -> throw thrown();
        }
    }

    /** A new one each time: who reads again while closing adds the one to the other. */
    private IOException thrown() {
        Throwable rebuilt = Failures.rebuild(Objects.requireNonNull(failure));
        if (rebuilt instanceof RuntimeException e) {
            throw e;
        }
        return rebuilt instanceof IOException e ? e : new IOException(rebuilt);
    }

    /** As in the recorded run: nobody waits for the answer, or who does never gets it. */
    private synchronized SocketException closedByTheClient() {
        try {
            while (!closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new SocketException("Socket closed");
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
