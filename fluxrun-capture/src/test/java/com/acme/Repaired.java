package com.acme;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** An application before and after somebody has changed it. */
public final class Repaired {
    private Repaired() {}

    /** Asks itself and has two others ask, before or after them. */
    public static String three(Upstream upstream, ExecutorService pool, boolean asksItself, boolean handsOverMore)
            throws Exception {
        if (handsOverMore) {
            more(upstream, pool);
        }
        var one = pool.submit(() -> upstream.work("call 0"));
        var two = pool.submit(() -> upstream.work("call 1"));
        var own = asksItself ? upstream.work("call 2") : "";
        upstream.used();
        var first = one.get();
        upstream.used();
        return own + first + two.get();
    }

    private static void more(Upstream upstream, ExecutorService pool) throws Exception {
        pool.submit(() -> {}).get();
    }

    /** Waits for another for at most a time, and says what has become of it. */
    public static String waits(Upstream upstream, ExecutorService pool, boolean comes) throws Exception {
        var future = new CompletableFuture<String>();
        pool.execute(() -> {
            var answer = upstream.work("call 0");
            if (comes) {
                future.complete(answer);
            }
        });
        try {
            return future.get(1, TimeUnit.DAYS);
        } catch (TimeoutException late) {
            return "late";
        }
    }

    /** Waits for another without letting anybody see that it waits. */
    public static String spins(Upstream upstream, ExecutorService pool, boolean asksItself) {
        var done = new AtomicBoolean();
        pool.execute(() -> {
            upstream.work("call 0");
            done.set(true);
        });
        if (asksItself) {
            upstream.work("call 1");
        }
        while (!done.get() && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return "done";
    }
}
