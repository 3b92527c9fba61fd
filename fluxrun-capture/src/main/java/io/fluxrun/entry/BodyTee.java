package io.fluxrun.entry;

import io.fluxrun.run.Value;
import io.fluxrun.scope.Recording;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of one body as they pass by, all or none: a part of a body cannot be replayed. Thread-safe. */
final class BodyTee {
    private static final byte[] NONE = {};

    private final Recording recording;
    private final String what;
    private byte[] bytes = NONE;
    private int size;
    private boolean dropped;

    /** @param what for the reason of a PARTIAL run */
    BodyTee(Recording recording, String what) {
        this.recording = recording;
        this.what = what;
    }

    /** Leaves the buffer as it is. */
    synchronized void copy(ByteBuffer source) {
        int length = source.remaining();
        if (dropped || length == 0) {
            return;
        }
        if (length > recording.bodyLimit() - size) {
            drop();
            recording.partial(what + " is larger than the " + recording.bodyLimit() + " bytes kept of a body");
        } else if (!recording.reserve(length)) {
            drop();
        } else {
            if (bytes.length - size < length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length * 2));
            }
            source.duplicate().get(bytes, size, length);
            size += length;
        }
    }

    synchronized int size() {
        return size;
    }

    synchronized boolean complete() {
        return !dropped;
    }

    /** Returns the body, {@link Value#NULL} if it was not kept. */
    synchronized Value value() {
        return dropped ? Value.NULL : Value.of(Arrays.copyOf(bytes, size));
    }

    private void drop() {
        dropped = true;
        // A stream may go on for hours: what it no longer holds is for other runs to keep.
        recording.release(size);
        bytes = NONE;
        size = 0;
    }
}
