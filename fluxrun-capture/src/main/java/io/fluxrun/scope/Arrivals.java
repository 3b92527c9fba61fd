package io.fluxrun.scope;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Replayed requests on their way to a server in this process, by the client's local port: the server's entry hook finds
 * the lane that a connection belongs to, and the application sees no mark of it. Thread-safe.
 */
public final class Arrivals {
    private static final ConcurrentHashMap<Integer, Lane> EXPECTED = new ConcurrentHashMap<>();

    private Arrivals() {}

    /** Declares that the next request from this client port belongs to a lane. */
    public static void expect(int clientPort, Lane lane) {
        EXPECTED.put(clientPort, lane);
    }

    /** Returns whether any request is expected: finding out a client's port is not free. */
    public static boolean any() {
        return !EXPECTED.isEmpty();
    }

    /** Returns the lane of a request from this client port, {@code null} if none is expected. */
    public static @Nullable Lane from(int clientPort) {
        return EXPECTED.isEmpty() ? null : EXPECTED.get(clientPort);
    }

    /** Ends an expectation; called by whoever declared it. */
    public static void forget(int clientPort) {
        EXPECTED.remove(clientPort);
    }
}
