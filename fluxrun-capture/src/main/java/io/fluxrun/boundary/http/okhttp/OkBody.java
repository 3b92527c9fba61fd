package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.message.Failures;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A recorded body up to where it ends, breaks or was read. */
final class OkBody extends InputStream {
    private final byte[] bytes;
    private final boolean cut;
    private final @Nullable Thrown failure;
    private final OkCalls calls;
    private final Object call;
    private final Supplier<Error> beyond;
    private int at;

    OkBody(Value response, @Nullable Thrown failure, OkCalls calls, Object call, Supplier<Error> beyond) {
        byte[] recorded = response.get("body").bytes();
        this.bytes = recorded == null ? new byte[0] : recorded;
        this.cut = !response.get("truncated").isNull();
        this.failure = failure;
        this.calls = calls;
        this.call = call;
        this.beyond = beyond;
    }

    @Override
    public int read() throws IOException {
        return at < bytes.length ? bytes[at++] & 0xff : end();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (at == bytes.length) {
            return length == 0 ? 0 : end();
        }
        int read = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, buffer, offset, read);
        at += read;
        return read;
    }

    private int end() throws IOException {
        if (cut) {
            throw beyond.get();
        }
        if (failure == null) {
            return -1;
        }
        throw io(Failures.isPending(failure) ? cancelled(failure) : Failures.rebuild(failure));
    }

    private Throwable cancelled(Thrown recorded) {
        try {
            return calls.cancelled(call, recorded);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new InterruptedIOException("interrupted");
        }
    }

    private static IOException io(Throwable thrown) {
        return thrown instanceof IOException e ? e : new IOException(thrown);
    }
}
