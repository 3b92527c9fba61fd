package io.fluxrun.boundary.http.wire;

import io.fluxrun.boundary.http.message.HttpText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a message apart while its bytes pass by. Not thread-safe. */
final class MessageReader {
    private static final Pattern REQUEST_LINE = Pattern.compile("\\S+ \\S+ HTTP/1\\.[01]");
    static final Pattern STATUS_LINE = Pattern.compile("(HTTP/1\\.[01]) (\\d{3})(?: (.*))?");
    /** No client takes more. */
    private static final int LONGEST_HEAD = 256 * 1024;
    /** Where chunks begin is only of interest for the first ones. */
    private static final int CHUNKS = 64;

    private final @Nullable String method;
    private final Body body;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private final List<Long> chunks = new ArrayList<>();
    private final List<Head.Field> trailers = new ArrayList<>();
    private State state = State.HEAD;
    private @Nullable Head head;
    private long left;
    private boolean interim;

    /** Takes the bytes of the body, without what frames them. */
    @FunctionalInterface
    interface Body {
        void bytes(byte[] buffer, int offset, int length);
    }

    private enum State {
        HEAD,
        FIXED,
        TO_END,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILERS,
        COMPLETE,
        /** The head is none: all of it goes to the body. */
        MALFORMED,
        /** A chunk has no size: all from there on is kept as it came. */
        BROKEN
    }

    /** @param method that the response answers, {@code null} to read a request */
    MessageReader(@Nullable String method, Body body) {
        this.method = method;
        this.body = body;
    }

    /** Returns {@code null} as long as it is not whole. */
    @Nullable
    Head head() {
        return head;
    }

    boolean isComplete() {
        return state == State.COMPLETE;
    }

    /** Whether a piece of the final message has come: not only of an interim response. */
    boolean hasBegun() {
        return head != null || state == State.MALFORMED || (line.size() > 0 && !interim);
    }

    boolean isMalformed() {
        return state == State.MALFORMED;
    }

    List<Long> chunks() {
        return List.copyOf(chunks);
    }

    List<Head.Field> trailers() {
        return List.copyOf(trailers);
    }

    /** Returns what came where a chunk's size should have been, and all after it. */
    byte[] rest() {
        return rest.toByteArray();
    }

    /** The connection ended. */
    void end() {
        if (state == State.TO_END) {
            state = State.COMPLETE;
        } else if (state == State.HEAD && line.size() > 0) {
            malformed();
        }
    }

    /** What comes after the message is not looked at. */
    void take(byte[] buffer, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && state != State.COMPLETE) {
            switch (state) {
                case HEAD -> headByte(buffer[at++]);
                case CHUNK_SIZE, CHUNK_END, TRAILERS -> lineByte(buffer[at++]);
                case FIXED, CHUNK -> at += bodyBytes(buffer, at, (int) Math.min(left, end - at));
                case BROKEN -> {
                    rest.write(buffer, at, end - at);
                    at = end;
                }
                default -> {
                    body.bytes(buffer, at, end - at);
                    at = end;
                }
            }
        }
    }

    private int bodyBytes(byte[] buffer, int at, int length) {
        body.bytes(buffer, at, length);
        left -= length;
        if (left == 0) {
            state = state == State.CHUNK ? State.CHUNK_END : State.COMPLETE;
        }
        return length;
    }

    private void headByte(byte next) {
        line.write(next);
        if (next == '\n') {
            String read = line.toString(StandardCharsets.ISO_8859_1);
            if (read.isBlank()) {
                line.reset();
            } else if (read.endsWith("\r\n\r\n") || read.endsWith("\n\n")) {
                headEnds(Head.parse(line.toByteArray()));
            }
        } else if (line.size() > LONGEST_HEAD) {
            malformed();
        }
    }

    private void headEnds(@Nullable Head read) {
        if (read == null || !isStartLine(read.startLine())) {
            malformed();
        } else if (method != null
                && read.startLine().startsWith("1", 9)
                && !read.startLine().startsWith("101", 9)) {
            interim = true;
            line.reset();
        } else {
            head = read;
            interim = false;
            line.reset();
            state = bodyOf(read);
        }
    }

    private boolean isStartLine(String startLine) {
        return (method == null ? REQUEST_LINE : STATUS_LINE).matcher(startLine).matches();
    }

    private State bodyOf(Head read) {
        if (method != null && HttpText.hasNoBody(Integer.parseInt(read.startLine(), 9, 12, 10), method)) {
            return State.COMPLETE;
        }
        if (read.isChunked()) {
            return State.CHUNK_SIZE;
        }
        left = read.contentLength();
        if (left < 0) {
            return method == null ? State.COMPLETE : State.TO_END;
        }
        return left == 0 ? State.COMPLETE : State.FIXED;
    }

    private void malformed() {
        byte[] read = line.toByteArray();
        line.reset();
        state = State.MALFORMED;
        body.bytes(read, 0, read.length);
    }

    private void lineByte(byte next) {
        line.write(next);
        if (next == '\n') {
            byte[] read = line.toByteArray();
            line.reset();
            lineEnds(read, new String(read, StandardCharsets.ISO_8859_1).strip());
        }
    }

    private void lineEnds(byte[] read, String text) {
        if (state == State.TRAILERS) {
            Head.Field trailer = Head.field(text);
            if (trailer != null) {
                trailers.add(trailer);
            }
            state = text.isEmpty() ? State.COMPLETE : State.TRAILERS;
        } else if (state == State.CHUNK_END && text.isEmpty()) {
            state = State.CHUNK_SIZE;
        } else {
            left = state == State.CHUNK_SIZE ? size(text) : -1;
            if (left > 0 && chunks.size() < CHUNKS) {
                chunks.add(left);
            }
            if (left < 0) {
                rest.writeBytes(read);
            }
            state = left < 0 ? State.BROKEN : left == 0 ? State.TRAILERS : State.CHUNK;
        }
    }

    private static long size(String text) {
        int end = text.indexOf(';');
        try {
            return Long.parseUnsignedLong((end < 0 ? text : text.substring(0, end)).strip(), 16);
        } catch (NumberFormatException notASize) {
            return -1;
        }
    }
}
