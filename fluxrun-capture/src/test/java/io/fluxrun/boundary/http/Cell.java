package io.fluxrun.boundary.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;

/** What a server does, and so what a client may meet. */
public enum Cell {
    JSON {
        @Override
        void script(Scene scene) {
            scene.server.on(
                    "/", "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: %d", "{\"stock\":7}");
        }
    },
    POSTED {
        @Override
        void script(Scene scene) {
            scene.server.on("/", "HTTP/1.1 201 Created\nLocation: /orders/7\nContent-Length: %d", "{\"id\":7}");
        }

        @Override
        byte[] sent() {
            return "{\"sku\": \"a\", \"n\": 1.50}".getBytes(StandardCharsets.UTF_8);
        }
    },
    NO_CONTENT {
        @Override
        void script(Scene scene) {
            scene.server.on("/", "HTTP/1.1 204 No Content", "");
        }
    },
    DOWN {
        @Override
        void script(Scene scene) {
            scene.server.on("/", "HTTP/1.1 503 Out of order\nRetry-After: 0\nContent-Length: %d", "come back later");
        }
    },
    REDIRECTS {
        @Override
        void script(Scene scene) {
            scene.server.on("/", "HTTP/1.1 302 Found\nLocation: /second\nContent-Length: %d", "elsewhere");
            scene.server.on("/second", "HTTP/1.1 307 Temporary Redirect\nLocation: /third\nContent-Length: %d", "");
            scene.server.on("/third", "HTTP/1.1 200 OK\nContent-Length: %d", "here");
        }
    },
    GZIP {
        @Override
        void script(Scene scene) throws IOException {
            var zipped = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(zipped)) {
                zip.write("zipped, zipped, zipped".getBytes(StandardCharsets.UTF_8));
            }
            scene.server.on("/", "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: %d", zipped.toByteArray());
        }
    },
    /** The rest is held back until the application has the beginning: who buffers waits for ever. */
    CHUNKED_STREAM {
        @Override
        void script(Scene scene) {
            scene.server.on("/", connection -> {
                var out = connection.getOutputStream();
                out.write(LoopbackServer.head("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", 0));
                out.write("5\r\nfirst\r\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                scene.awaitRead(1);
                out.write("6\r\nsecond\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            });
        }
    },
    LARGE {
        @Override
        void script(Scene scene) {
            scene.server.on("/", "HTTP/1.1 200 OK\nContent-Length: %d", noise(5 * 1024 * 1024));
        }
    },
    BINARY {
        @Override
        void script(Scene scene) {
            scene.server.on("/", "HTTP/1.1 200 OK\nContent-Length: %d", noise(40_000));
        }
    },
    DUPLICATE_HEADERS {
        @Override
        void script(Scene scene) {
            scene.server.on(
                    "/",
                    "HTTP/1.1 200 Fine\nSet-Cookie: a=1\nset-cookie: b=2\nX-Case: Kept\nX-Twice: 1\nX-Twice: 2"
                            + "\nContent-Length: %d",
                    "lines\nof\ntext");
        }
    },
    REFUSED {
        @Override
        void script(Scene scene) throws IOException {
            try (var closed = new ServerSocket(0)) {
                scene.url = "http://127.0.0.1:" + closed.getLocalPort() + "/refused";
            }
        }
    },
    READ_TIMEOUT {
        @Override
        void script(Scene scene) {
            scene.server.on("/", connection -> scene.end.await());
        }
    },
    RESET_IN_BODY {
        @Override
        void script(Scene scene) {
            scene.server.on("/", connection -> breakOff(connection, scene, true));
        }
    },
    /** The application has seen enough: what its client does with the rest is not the application's. */
    HALF_READ {
        @Override
        void script(Scene scene) {
            scene.server.on("/", connection -> {
                var out = connection.getOutputStream();
                out.write(LoopbackServer.head("HTTP/1.1 200 OK\nContent-Length: %d", 1_000_000));
                out.write(noise(10));
                out.flush();
                scene.awaitRead(10);
                out.write(noise(999_990));
            });
        }

        @Override
        int wanted() {
            return 10;
        }
    },
    SHORT_BODY {
        @Override
        void script(Scene scene) {
            scene.server.on("/", connection -> breakOff(connection, scene, false));
        }
    },
    SHORT_CHUNK {
        @Override
        void script(Scene scene) {
            scene.server.on("/", connection -> {
                var out = connection.getOutputStream();
                out.write(LoopbackServer.head("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", 0));
                out.write("5\r\nfirst\r\n64\r\nsome of it".getBytes(StandardCharsets.UTF_8));
                out.flush();
                scene.awaitRead(15);
                connection.close();
            });
        }
    },
    NO_ANSWER {
        @Override
        void script(Scene scene) {
            scene.server.on("/", Socket::close);
        }
    },
    TLS {
        @Override
        void script(Scene scene) {
            scene.server.on("/", "HTTP/1.1 200 OK\nContent-Length: %d", "in secret");
        }

        @Override
        SelfSigned trusted() {
            return SelfSigned.get();
        }
    },
    /** Saying good-bye over TLS is traffic too. */
    TLS_ONCE {
        @Override
        void script(Scene scene) {
            scene.server.on("/", "HTTP/1.1 200 OK\nConnection: close\nContent-Length: %d", "in secret, once");
        }

        @Override
        SelfSigned trusted() {
            return SelfSigned.get();
        }
    },
    UNTRUSTED {
        @Override
        void script(Scene scene) {
            scene.server.on("/", "HTTP/1.1 200 OK\nContent-Length: %d", "in secret");
        }
    },
    UNKNOWN_HOST {
        @Override
        void script(Scene scene) {
            try {
                // The JDK words the second failure another way than the first.
                throw new IllegalStateException(
                        InetAddress.getByName("no-such-host.invalid").toString());
            } catch (UnknownHostException asItShould) {
                scene.url = "http://no-such-host.invalid/";
            }
        }
    },
    MALFORMED {
        @Override
        void script(Scene scene) {
            scene.server.on("/", connection -> {
                connection.getOutputStream().write("what is this?\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                connection.close();
            });
        }
    };

    abstract void script(Scene scene) throws IOException;

    /** Returns the body of a POST, {@code null} for a GET. */
    byte[] sent() {
        return null;
    }

    /** Returns what the client trusts, {@code null}: as by default. */
    SelfSigned trusted() {
        return null;
    }

    /** Returns how many bytes of a body the application reads at most. */
    int wanted() {
        return Integer.MAX_VALUE;
    }

    private boolean isSecured() {
        return this == TLS || this == TLS_ONCE || this == UNTRUSTED;
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static void breakOff(Socket connection, Scene scene, boolean reset) throws Exception {
        // More than OpenFeign reads ahead.
        var out = connection.getOutputStream();
        out.write(LoopbackServer.head("HTTP/1.1 200 OK\nContent-Length: %d", 10_000));
        out.write("some of it".getBytes(StandardCharsets.UTF_8));
        out.flush();
        scene.awaitRead(10);
        if (reset) {
            connection.setSoLinger(true, 0);
        }
        connection.close();
    }

    /** A server with this cell's script. */
    static final class Scene implements AutoCloseable {
        final LoopbackServer server;
        final CountDownLatch end = new CountDownLatch(1);
        private final Semaphore bytesRead = new Semaphore(0);
        String url;

        Scene(Cell cell) throws IOException {
            server = cell.isSecured()
                    ? new LoopbackServer(SelfSigned.get()
                            .context()
                            .getServerSocketFactory()
                            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()))
                    : new LoopbackServer();
            url = cell.isSecured() ? "https://localhost:" + server.port() + "/" : server.url("/");
            cell.script(this);
        }

        void byteRead() {
            bytesRead.release();
        }

        /** Returns when the application has that many bytes of the body: some clients drop what they still hold. */
        private void awaitRead(int bytes) throws InterruptedException {
            bytesRead.acquire(bytes);
        }

        void begin() {
            bytesRead.drainPermits();
        }

        @Override
        public void close() throws IOException {
            end.countDown();
            server.close();
        }
    }
}
