package io.fluxrun.boundary.jdbc;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.NClob;
import java.util.Arrays;

/** Large objects in memory, read from the recording or made by the application for a statement's parameter. */
final class VirtualLob {
    private VirtualLob() {}

    static NClob clob(String content) {
        return new Characters(content).proxy(NClob.class);
    }

    static Blob blob(byte[] content) {
        return new Bytes(content).proxy(Blob.class);
    }

    private static final class Characters extends Virtual {
        private final StringBuilder content;

        Characters(String content) {
            super(NClob.class);
            this.content = new StringBuilder(content);
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

    private static final class Bytes extends Virtual {
        private byte[] content;

        Bytes(byte[] content) {
            super(Blob.class);
            this.content = content.clone();
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
}
