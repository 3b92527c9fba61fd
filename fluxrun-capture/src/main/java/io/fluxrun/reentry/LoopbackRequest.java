package io.fluxrun.reentry;

import io.fluxrun.run.Value;
import io.fluxrun.scope.Arrivals;
import io.fluxrun.scope.Lane;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * A recorded request as bytes on a loopback connection: the same target and headers to the letter, which no HTTP client
 * would send. The server's hook knows it by the client's port.
 */
record LoopbackRequest(String method, String head, Value body) {
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS", "TRACE");
    private static final int CONNECT_MILLIS = 10_000;

    static LoopbackRequest of(Value request) {
        var method = request.get("method").requireText();
        var target = request.get("target").requireText();
        int length = BodyBytes.of(request.get("body")).length;
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        boolean host = false;
        for (var header : request.get("headers").items()) {
            var name = header.items().get(0).requireText();
            var lower = name.toLowerCase(Locale.ROOT);
            if (!OF_THE_CONNECTION.contains(lower)) {
                head.append(name)
                        .append(": ")
                        .append(header.items().get(1).requireText())
                        .append("\r\n");
            }
            host |= lower.equals("host");
        }
        if (!host) {
            head.append("Host: localhost\r\n");
        }
        if (length > 0 || !WITHOUT_BODY.contains(method)) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return new LoopbackRequest(method, head.append("\r\n").toString(), request.get("body"));
    }

    /** Sends the request and returns status, headers and body. Waits for ever: there may be a breakpoint in between. */
    Value send(int port, Lane lane) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int clientPort = socket.getLocalPort();
            Arrivals.expect(clientPort, lane);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                var bytes = new ByteArrayOutputStream();
                bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
                bytes.writeBytes(BodyBytes.of(body));
                socket.getOutputStream().write(bytes.toByteArray());
                return new ResponseReader(new BufferedInputStream(socket.getInputStream())).read(method);
            } finally {
                Arrivals.forget(clientPort);
            }
        }
    }
}
