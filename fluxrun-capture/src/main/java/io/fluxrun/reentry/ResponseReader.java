package io.fluxrun.reentry;

import io.fluxrun.run.Value;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one HTTP/1.1 response. */
final class ResponseReader {
    private static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;

    ResponseReader(InputStream in) {
        this.in = in;
    }

    Value read(String method) throws IOException {
        int status;
        List<Value> headers;
        do {
            status = status(line());
            headers = headers();
        } while (status < 200);
        boolean empty = method.equals("HEAD") || status == 204 || status == 304;
        return Value.fields()
                .put("status", status)
                .put("headers", Value.list(headers))
                .put("body", Value.of(empty ? new byte[0] : body(headers)))
                .build();
    }

    private static int status(String line) throws IOException {
        var parts = line.split(" ", 3);
        if (!line.startsWith("HTTP/1.") || parts.length < 2 || !parts[1].matches("\\d{3}")) {
            throw new IOException("the answer does not begin like HTTP/1.1: " + line);
        }
        return Integer.parseInt(parts[1]);
    }

    private List<Value> headers() throws IOException {
        var headers = new ArrayList<Value>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new IOException("no header: " + line);
            }
            headers.add(Value.list(List.of(
                    Value.of(line.substring(0, colon)),
                    Value.of(line.substring(colon + 1).strip()))));
        }
        return headers;
    }

    private byte[] body(List<Value> headers) throws IOException {
        var coding = header(headers, "Transfer-Encoding");
        if (coding != null && coding.equalsIgnoreCase("chunked")) {
            return chunks();
        }
        var length = header(headers, "Content-Length");
        return length == null ? in.readAllBytes() : exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                headers();
                return body.toByteArray();
            }
            body.writeBytes(exactly(size));
            line();
        }
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException(b < 0 ? "the connection was closed" : "a line is longer than " + LONGEST_LINE);
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String header(List<Value> headers, String name) {
        return headers.stream()
                .filter(header -> name.equalsIgnoreCase(header.items().get(0).text()))
                .map(header -> header.items().get(1).requireText())
                .findFirst()
                .orElse(null);
    }
}
