package com.acme.log;

import com.acme.OrderFailed;
import io.fluxrun.CaptureRun;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Logs in every way, and fails with what it read. */
public final class Orders {
    private final String framework;
    private final boolean repaired;

    public Orders(String framework, boolean repaired) {
        this.framework = framework;
        this.repaired = repaired;
    }

    /** {@code slf4j}, {@code log4j}, {@code jul} or {@code jul-to-slf4j}; whether it logs other lines. */
    public static void main(String[] arguments) throws Exception {
        var framework = arguments[0];
        start(framework);
        try {
            new Orders(framework, Boolean.parseBoolean(arguments[1])).place("ord_01");
        } catch (OrderFailed failed) {
            System.err.println(failed.getMessage());
        }
        org.apache.logging.log4j.LogManager.shutdown();
    }

    /** As an application's start does, which is no part of any run. */
    public static void start(String framework) {
        Logs.of(framework, "com.acme.log.Orders").info("started");
    }

    /** A number may look like that of a payment card, and be masked. */
    private static String inLetters(String text) {
        return text.codePoints()
                .map(c -> Character.isDigit(c) ? c + 'a' - '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @CaptureRun
    public void place(String id) throws Exception {
        var logs = Logs.of(framework, "com.acme.log.Orders");
        var quiet = Logs.of(framework, "com.acme.log.quiet");
        var read = Instant.now() + " " + UUID.randomUUID();
        var item = new Item("a", null);
        var asking = new Item("b", () -> logs.info("asked for b"));
        var unseen = new Item("c", null);
        if (repaired) {
            logs.info("repaired {}", id);
        } else {
            logs.info("plain");
        }
        logs.debug("below {}", unseen);
        logs.info("placing {}", item);
        item.name = "changed";
        logs.info("asking {}", asking);
        quiet.debug("quiet {}", unseen);
        read += " " + System.currentTimeMillis() + " " + UUID.randomUUID();
        if (repaired) {
            logs.warn("repaired", new IllegalStateException("another line"));
        }
        logs.warn("no stock for " + id, new IllegalArgumentException("none left"));
        var pool = Executors.newSingleThreadExecutor();
        try {
            pool.submit(() -> logs.info("in the pool {}", 7)).get();
        } finally {
            pool.shutdown();
        }
        read += " " + Instant.now() + " " + UUID.randomUUID();
        throw new OrderFailed(inLetters(read) + " " + item.told() + " " + asking.told() + " " + unseen.told());
    }
}
