package com.acme;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** An application that answers before its work is done. */
public final class LateWork {
    private LateWork() {}

    /** Hands work over and waits for nothing but what it is given. */
    public static String audit(Upstream upstream, ExecutorService pool, CountDownLatch waitedFor) throws Exception {
        pool.execute(() -> upstream.work("audit"));
        waitedFor.await();
        return upstream.work("answer");
    }

    /** As {@link #audit}, with work that itself waits before it asks. */
    public static String auditAfter(
            Upstream upstream, ExecutorService pool, CountDownLatch before, CountDownLatch waitedFor) throws Exception {
        pool.execute(() -> {
            awaited(before);
            upstream.work("audit");
        });
        waitedFor.await();
        return upstream.work("answer");
    }

    /** Puts a time limit on what comes in time: the timer's task is never run. */
    public static String withTimeLimit(Upstream upstream, ExecutorService pool) {
        return CompletableFuture.supplyAsync(() -> upstream.work("answer"), pool)
                .orTimeout(1, TimeUnit.HOURS)
                .join();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
