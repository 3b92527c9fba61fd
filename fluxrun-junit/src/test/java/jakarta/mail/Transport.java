package jakarta.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Looks like Jakarta Mail's to FluxRun's catalogue. */
public final class Transport {
    private Transport() {}

    public static void send(String message, int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(message.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
