package com.acme;

import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** An application that runs in a JVM of its own and says what it sees. */
public final class Service {
    private Service() {}

    public static void main(String[] arguments) throws Exception {
        var pool = Executors.newSingleThreadExecutor();
        Supplier<UUID> ids = UUID::randomUUID;
        System.out.println("seeded " + new Random(7).nextInt(100));
        System.out.println(
                "pool " + pool.submit(() -> System.nanoTime() > Long.MIN_VALUE).get());
        System.out.println("common pool "
                + CompletableFuture.supplyAsync(() -> ids.get().version()).get());
        pool.shutdown();
        for (var name : arguments) {
            System.out.println(name + " " + (sees(name) ? "visible" : "hidden"));
        }
    }

    private static boolean sees(String className) {
        try {
            Class.forName(className);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
