package com.acme;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/** An application that looks at the world. */
public final class Live {
    private Live() {}

    /** Where the application works. */
    public interface Place {
        void run(Runnable task) throws Exception;
    }

    public static String run(Upstream upstream, ExecutorService pool, boolean throwing) throws Exception {
        var all = pool.submit(() -> upstream.work("child")).get() + upstream.work("parent");
        if (throwing) {
            throw new IllegalStateException(all);
        }
        return all;
    }

    public static Instant now(Place place) throws Exception {
        var now = new AtomicReference<Instant>();
        place.run(() -> now.set(Instant.now()));
        return now.get();
    }

    public static UUID id(Place place) throws Exception {
        var id = new AtomicReference<UUID>();
        place.run(() -> id.set(UUID.randomUUID()));
        return id.get();
    }

    public static boolean connects(Place place, int port) throws Exception {
        var connected = new AtomicReference<Boolean>();
        place.run(() -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                connected.set(socket.isConnected());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return connected.get();
    }
}
