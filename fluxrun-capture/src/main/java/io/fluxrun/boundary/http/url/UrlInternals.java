package io.fluxrun.boundary.http.url;

import io.fluxrun.boundary.http.wire.VirtualSocket;
import io.fluxrun.boundary.http.wire.Wire;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.Socket;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * What lies below {@code HttpURLConnection} in the JDK: a {@code sun.net.www.http.HttpClient} is one connection, kept and
 * used again. The names are the same in Java 17 and 25.
 */
final class UrlInternals {
    static final String CLIENT = "sun.net.www.http.HttpClient";
    static final String TLS_CLIENT = "sun.net.www.protocol.https.HttpsClient";

    private static final @Nullable UrlInternals FOUND;
    private static final @Nullable String MISSING;

    static {
        UrlInternals found = null;
        String missing = null;
        try {
            found = new UrlInternals();
        } catch (ReflectiveOperationException | RuntimeException e) {
            missing = e.toString();
        }
        FOUND = found;
        MISSING = missing;
    }

    private final VarHandle socket;
    private final VarHandle output;
    private final VarHandle input;
    private final VarHandle encoding;
    private final VarHandle url;

    private UrlInternals() throws ReflectiveOperationException {
        Class<?> network = Class.forName("sun.net.NetworkClient");
        Class<?> client = Class.forName(CLIENT);
        MethodHandles.Lookup inNetwork = MethodHandles.privateLookupIn(network, MethodHandles.lookup());
        MethodHandles.Lookup inClient = MethodHandles.privateLookupIn(client, MethodHandles.lookup());
        socket = inNetwork.findVarHandle(network, "serverSocket", Socket.class);
        output = inNetwork.findVarHandle(network, "serverOutput", PrintStream.class);
        input = inNetwork.findVarHandle(network, "serverInput", InputStream.class);
        encoding = inNetwork.findStaticVarHandle(network, "encoding", String.class);
        url = inClient.findVarHandle(client, "url", URL.class);
    }

    /** Returns why the JDK's client cannot be seen into, {@code null} if it can. */
    static @Nullable String missing() {
        return MISSING;
    }

    static UrlInternals get() {
        if (FOUND == null) {
            throw new IllegalStateException("HttpURLConnection is closed to FluxRun: " + MISSING);
        }
        return FOUND;
    }

    /** {@code http://localhost:8080}, without a port that goes without saying. */
    String origin(Object client) {
        var at = (URL) url.get(client);
        return at.getProtocol() + "://" + at.getHost() + (at.getPort() < 0 ? "" : ":" + at.getPort());
    }

    /** Whether a connection was opened in a replay. */
    boolean isVirtual(Object client) {
        return socket.get(client) instanceof VirtualSocket;
    }

    /** Returns a connection's wire, {@code null} if it has none. */
    static @Nullable Wire wireOf(@Nullable Object client) {
        return client != null && get().output.get(client) instanceof WirePrinter printer ? printer.wire() : null;
    }

    /** Leads what the client sends over a wire, now that its socket is connected. */
    void wire(Object client) throws IOException {
        var at = (Socket) socket.get(client);
        var wire = new Wire(() -> origin(client));
        output.set(client, new WirePrinter(wire, wire.output(at.getOutputStream()), (String) encoding.get()));
    }

    /** Leads what the client is about to read over its wire. */
    void wireInput(Object client) {
        Wire wire = wireOf(client);
        var at = (InputStream) input.get(client);
        if (wire != null && !(at instanceof WireBuffer)) {
            input.set(client, new WireBuffer(wire.input(at)));
        }
    }

    /** Known again by its type. */
    private static final class WireBuffer extends BufferedInputStream {
        WireBuffer(InputStream input) {
            super(input);
        }
    }

    private static final class WirePrinter extends PrintStream {
        private final Wire wire;

        WirePrinter(Wire wire, OutputStream output, String encoding) throws IOException {
            super(new BufferedOutputStream(output), false, encoding);
            this.wire = wire;
        }

        Wire wire() {
            return wire;
        }
    }
}
