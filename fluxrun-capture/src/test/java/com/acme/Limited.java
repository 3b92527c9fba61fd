package com.acme;

import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

/** An application that asks under Resilience4j's time limit. */
public final class Limited {
    private Limited() {}

    /** Returns the answer, or what the limiter says if it does not come in time. */
    public static String ask(Upstream upstream, ExecutorService pool, Duration limit, CountDownLatch answered)
            throws Exception {
        var limiter = TimeLimiter.of(
                "stock", TimeLimiterConfig.custom().timeoutDuration(limit).build());
        try {
            return limiter.executeFutureSupplier(() -> pool.submit(() -> {
                answered.await();
                return upstream.work("stock");
            }));
        } catch (TimeoutException late) {
            return late.getMessage();
        }
    }
}
