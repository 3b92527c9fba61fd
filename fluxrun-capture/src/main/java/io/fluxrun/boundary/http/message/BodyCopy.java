package io.fluxrun.boundary.http.message;

import io.fluxrun.run.Value;
import io.fluxrun.scope.Recording;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Supplier;

/** The bytes of one body as they pass by, up to what the recording may keep. Thread-safe. */
public final class BodyCopy {
    private static final byte[] NONE = new byte[0];

    private final Recording recording;
    private final Supplier<String> what;
    private byte[] bytes = NONE;
    private int size;
    private boolean truncated;

    /** @param what for the reason of a PARTIAL run: {@code response body of GET /stock} */
    public BodyCopy(Recording recording, Supplier<String> what) {
        this.recording = recording;
        this.what = what;
    }

    /** Leaves the buffer's position alone. */
    public synchronized void copy(ByteBuffer source) {
        int length = source.remaining();
        if (truncated || length == 0) {
            return;
        }
        if (recording.closed()) {
            truncated = true;
        } else if (length > recording.bodyLimit() - size) {
            truncated = true;
            recording.partial(what.get() + " is larger than the " + recording.bodyLimit() + " bytes kept of a body");
        } else if (!recording.reserve(length)) {
            truncated = true;
        } else {
            if (bytes.length - size < length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length * 2));
            }
            source.duplicate().get(bytes, size, length);
            size += length;
        }
    }

    public synchronized boolean truncated() {
        return truncated;
    }

    /** Returns the bytes so far, {@link Value#NULL} if there were none. */
    public synchronized Value value() {
        return size == 0 ? Value.NULL : Value.of(Arrays.copyOf(bytes, size));
    }
}
