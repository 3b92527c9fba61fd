package io.fluxrun.boundary.http.wire;

import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.run.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A recorded response as the bytes that a connection delivers; whichever client recorded it. */
final class ResponseBytes {
    /** Of chunks whose sizes are not recorded. */
    private static final int CHUNK = 8192;

    private final Value response;
    private final boolean whole;
    private final boolean chunked;
    private final boolean bodiless;
    private final byte[] body;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @param whole whether the body has an end */
    private ResponseBytes(Value response, String method, boolean whole) {
        byte[] recorded = response.get("body").bytes();
        this.response = response;
        this.whole = whole;
        this.body = recorded == null ? new byte[0] : recorded;
        this.bodiless = HttpText.hasNoBody((int) response.get("status").asLong(), method);
        this.chunked = !bodiless && header("transfer-encoding").contains("chunked");
    }

    static byte[] of(Value response, String method, boolean whole) {
        if (response.isNull()) {
            return new byte[0];
        }
        if (response.get("status").isNull()) {
            byte[] raw = response.get("body").bytes();
            return raw == null ? new byte[0] : raw;
        }
        var serialised = new ResponseBytes(response, method, whole);
        serialised.head();
        serialised.body();
        return serialised.bytes.toByteArray();
    }

    /** Whether a client can only tell by the end of the connection where the body ends. */
    static boolean endsWithConnection(Value response, String method) {
        var asked = new ResponseBytes(response, method, true);
        return !asked.bodiless
                && !asked.chunked
                && asked.header("content-length").isEmpty();
    }

    private String header(String name) {
        for (Value pair : response.get("headers").items()) {
            if (name.equalsIgnoreCase(pair.items().get(0).text())) {
                return pair.items().get(1).requireText().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private void head() {
        String protocol = response.get("protocol").text();
        String reason = response.get("reason").text();
        line(("HTTP/1.0".equals(protocol) ? protocol : "HTTP/1.1") + " "
                + response.get("status").asLong() + (reason == null ? "" : " " + reason));
        for (Value pair : response.get("headers").items()) {
            String name = pair.items().get(0).requireText();
            if (!name.startsWith(":")) {
                line(name + ": "
                        + (isLength(name) ? length(pair) : pair.items().get(1).requireText()));
            }
        }
        line("");
    }

    private boolean isLength(String name) {
        return whole && !bodiless && name.equalsIgnoreCase("content-length");
    }

    /** What a person or a mask has changed may be longer or shorter than it was. */
    private String length(Value pair) {
        return response.get("truncated").isNull()
                ? String.valueOf(body.length)
                : pair.items().get(1).requireText();
    }

    private void body() {
        if (!chunked) {
            bytes.write(body, 0, bodiless ? 0 : body.length);
            return;
        }
        int at = 0;
        for (Value size : response.get("chunks").items()) {
            at += chunk(at, (int) Math.min(size.asLong(), body.length - at), size.asLong());
        }
        while (at < body.length) {
            int size = Math.min(CHUNK, body.length - at);
            at += chunk(at, size, size);
        }
        byte[] rest = response.get("rest").bytes();
        if (rest != null) {
            bytes.writeBytes(rest);
        } else if (whole && response.get("truncated").isNull()) {
            line("0");
            trailers(response.get("trailers").items());
            line("");
        }
    }

    private void trailers(List<Value> pairs) {
        for (Value pair : pairs) {
            line(pair.items().get(0).requireText() + ": " + pair.items().get(1).requireText());
        }
    }

    /** The last chunk of a broken body is announced with all that it was announced with. */
    private int chunk(int at, int present, long announced) {
        if (present > 0) {
            line(Long.toHexString(whole ? present : announced));
            bytes.write(body, at, present);
            if (whole || present == announced) {
                line("");
            }
        }
        return present;
    }

    private void line(String text) {
        bytes.writeBytes((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
