package io.fluxrun.boundary.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything an application can see of a response or an exception, as lines. */
public final class Transcript {
    private static final int SINGLE = 20_000;

    private final List<String> lines = new ArrayList<>();
    private final Runnable onByte;
    private final int wanted;

    public Transcript(Runnable onByte) {
        this(onByte, Integer.MAX_VALUE);
    }

    /** @param wanted how many bytes of a stream are read at most */
    public Transcript(Runnable onByte, int wanted) {
        this.onByte = onByte;
        this.wanted = wanted;
    }

    public List<String> lines() {
        return lines;
    }

    public void add(String line) {
        lines.add(line);
    }

    public void response(HttpResponse<?> response, HttpRequest sent) {
        add("status " + response.statusCode() + " " + response.version() + " " + response.uri());
        add("response type " + response.getClass().getName() + ", " + response);
        add("headers " + headers(response.headers()));
        add("request " + response.request().method() + " " + response.request().uri() + " "
                + headers(response.request().headers()) + " own publisher "
                + response.request().bodyPublisher().equals(sent.bodyPublisher()));
        if (!response.uri().getScheme().equals("https")) {
            add("TLS " + response.sslSession());
        }
        response.previousResponse().ifPresentOrElse(previous -> response(previous, sent), () -> add("no previous"));
        add("body " + body(response.body()));
    }

    /** What caused a timeout differs from one live call to the next: whatever the client saw break when it gave up. */
    public void thrown(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            add("thrown " + cause.getClass().getName() + ": " + cause.getMessage());
            if (cause instanceof HttpTimeoutException) {
                return;
            }
        }
    }

    private static String headers(HttpHeaders headers) {
        return new TreeMap<>(headers.map()).toString();
    }

    private String body(Object body) {
        try {
            if (body instanceof byte[] bytes) {
                return digest(bytes);
            }
            if (body instanceof InputStream in) {
                return stream(in);
            }
            if (body instanceof Path file) {
                return digest(Files.readAllBytes(file));
            }
            if (body instanceof Stream<?> lines) {
                return lines.map(String::valueOf).collect(Collectors.joining("|"));
            }
            if (body instanceof BufferedReader reader) {
                return reader.readLine();
            }
            return String.valueOf(body);
        } catch (IOException | RuntimeException e) {
            thrown(e);
            return "unreadable";
        }
    }

    /** Reads a body to its end, or to where it breaks. */
    public String stream(InputStream in) throws IOException {
        int size = 0;
        int sum = 0;
        try {
            // Byte by byte, until it is only more of the same.
            for (int b = in.read(); b >= 0; b = size < Math.min(SINGLE, wanted) ? in.read() : -1) {
                sum = sum * 31 + b;
                size++;
                onByte.run();
            }
            byte[] block = new byte[16 * 1024];
            for (int read = size < SINGLE ? -1 : in.read(block); read >= 0; read = in.read(block)) {
                size += read;
                for (int i = 0; i < read; i++) {
                    sum = sum * 31 + (block[i] & 0xff);
                }
            }
            in.close();
        } finally {
            add("stream of " + size + " bytes, hash " + sum);
        }
        return "read to its end";
    }

    private static String digest(byte[] bytes) {
        return bytes.length + " bytes, hash " + Arrays.hashCode(bytes);
    }
}
