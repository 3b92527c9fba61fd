package io.fluxrun.boundary.jdbc;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.Blob;
import java.util.Arrays;

/** Large bytes in memory, read from the recording or made by the application for a statement's parameter. */
final class VirtualBlob extends Virtual {
    private byte[] content;

    private VirtualBlob(byte[] content) {
        super(Blob.class);
        this.content = content.clone();
    }

    static Blob of(byte[] content) {
        return new VirtualBlob(content).proxy(Blob.class);
    }

    public long length() {
        return content.length;
    }

    public byte[] getBytes(long position, int length) {
        int from = (int) position - 1;
        return Arrays.copyOfRange(content, from, Math.min(content.length, from + length));
    }

    public InputStream getBinaryStream() {
        return new ByteArrayInputStream(content);
    }

    public int setBytes(long position, byte[] bytes) {
        int from = (int) position - 1;
        content = Arrays.copyOf(content, Math.max(content.length, from + bytes.length));
        System.arraycopy(bytes, 0, content, from, bytes.length);
        return bytes.length;
    }

    public void truncate(long length) {
        content = Arrays.copyOf(content, (int) length);
    }

    public void free() {
        // Nothing is held outside this object.
    }
}
