package io.fluxrun.boundary.jdbc;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.NClob;

/** A large text in memory, read from the recording or made by the application for a statement's parameter. */
final class VirtualClob extends Virtual {
    private final StringBuilder content;

    private VirtualClob(String content) {
        super(NClob.class);
        this.content = new StringBuilder(content);
    }

    static NClob of(String content) {
        return new VirtualClob(content).proxy(NClob.class);
    }

    public long length() {
        return content.length();
    }

    public String getSubString(long position, int length) {
        int from = (int) position - 1;
        return content.substring(from, Math.min(content.length(), from + length));
    }

    public Reader getCharacterStream() {
        return new StringReader(content.toString());
    }

    public InputStream getAsciiStream() {
        return new ByteArrayInputStream(content.toString().getBytes(StandardCharsets.US_ASCII));
    }

    public int setString(long position, String text) {
        int from = (int) position - 1;
        content.replace(from, Math.min(content.length(), from + text.length()), text);
        return text.length();
    }

    public void truncate(long length) {
        content.setLength((int) length);
    }

    public void free() {
        // Nothing is held outside this object.
    }
}
