package io.fluxrun.boundary.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers with scripted bytes, so that it can answer wrongly too, and counts what reaches it. */
public final class LoopbackServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ConcurrentHashMap<String, Script> scripts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> requests = new ConcurrentHashMap<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger bytesReceived = new AtomicInteger();

    /** Answers one request over the connection. */
    public interface Script {
        void answer(Socket connection) throws Exception;
    }

    public LoopbackServer() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    public LoopbackServer(ServerSocket socket) {
        this.socket = socket;
        var acceptor = new Thread(this::accept, "loopback-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int connections() {
        return connections.size();
    }

    /** Returns how many requests for this path have come in. */
    public int requests(String path) {
        return requests.getOrDefault(path, 0);
    }

    public int bytesReceived() {
        return bytesReceived.get();
    }

    public void on(String path, Script script) {
        scripts.put(path, script);
    }

    /** Answers with a whole response; {@code \n} becomes a line end of the protocol. */
    public void on(String path, String head, byte[] body) {
        on(path, connection -> {
            connection.getOutputStream().write(head(head, body.length));
            connection.getOutputStream().write(body);
        });
    }

    public void on(String path, String head, String body) {
        on(path, head, body.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code %d} in it becomes the length. */
    public static byte[] head(String head, int length) {
        return (head.replace("%d", String.valueOf(length)).replace("\n", "\r\n") + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                var server = new Thread(() -> serve(connection), "loopback-connection");
                server.setDaemon(true);
                server.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            for (String path = read(in); path != null; path = read(in)) {
                scripts.get(path).answer(connection);
                connection.getOutputStream().flush();
            }
        } catch (Exception gone) {
            // The script or the client has ended the connection.
        }
    }

    private String read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            bytesReceived.incrementAndGet();
            head.write(b);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = text.lines()
                .filter(line -> line.toLowerCase().startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                .findFirst()
                .orElse(0);
        bytesReceived.addAndGet(in.readNBytes(length).length);
        if (text.toLowerCase().contains("transfer-encoding: chunked")) {
            var body = new ByteArrayOutputStream();
            while (!body.toString(StandardCharsets.ISO_8859_1).endsWith("0\r\n\r\n")) {
                body.write(in.read());
            }
            bytesReceived.addAndGet(body.size());
        }
        String path = text.split(" ")[1].split("\\?")[0];
        requests.merge(path, 1, Integer::sum);
        return path;
    }
}
