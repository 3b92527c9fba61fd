package io.fluxrun.boundary.airlock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.LinkedBlockingQueue;

/** A server, and a client's own thread that writes to it over a connection from before any replay. */
final class Witness implements AutoCloseable {
    private final ServerSocket server;
    private final Socket client;
    private final Socket accepted;
    private final LinkedBlockingQueue<Byte> toBeWritten = new LinkedBlockingQueue<>();

    Witness() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        client = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
        accepted = server.accept();
        var thread = new Thread(this::write, "client-io");
        thread.setDaemon(true);
        thread.start();
    }

    /** Has the client's thread write a byte: nothing is handed over that FluxRun could follow. */
    void tell(int what) {
        toBeWritten.add((byte) what);
    }

    /** Waits for the next byte. */
    int next() throws IOException {
        return accepted.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        client.close();
        accepted.close();
        server.close();
    }

    private void write() {
        try {
            while (true) {
                client.getOutputStream().write(toBeWritten.take());
            }
        } catch (IOException | InterruptedException ended) {
            // The test is over.
        }
    }
}
