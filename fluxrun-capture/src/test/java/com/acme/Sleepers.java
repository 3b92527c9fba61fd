package com.acme;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** An application whose threads sleep and wait, and meet in plain memory. */
public final class Sleepers {
    private static final int ROUNDS = 5;

    private Sleepers() {}

    /** Returns who woke up when; {@code longer} is added to each sleep. */
    public static String wakingUp(ExecutorService pool, int sleepers, long longer) throws Exception {
        var woken = new StringBuffer();
        var all = IntStream.range(0, sleepers)
                .mapToObj(i -> pool.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        TimeUnit.MICROSECONDS.sleep(100 + (i * 7 + round * 13) % 10 * 300L + longer);
                        woken.append(i).append(' ');
                    }
                    return i;
                }))
                .toList();
        for (var one : all) {
            one.get();
        }
        return woken.toString();
    }

    /** Returns what it says when a monitor's wait was over, while another thread needs the monitor. */
    public static String waitingOnAMonitor(Upstream upstream, ExecutorService pool, long millis) throws Exception {
        var monitor = new Object();
        var said = new StringBuffer();
        var other = pool.submit(() -> {
            var answer = upstream.work("other");
            synchronized (monitor) {
                said.append("other ");
            }
            upstream.work("after");
            return answer;
        });
        synchronized (monitor) {
            monitor.wait(millis);
            said.append("main ");
        }
        return said + other.get();
    }

    /** Sleeps until another thread is done. */
    public static String polling(Upstream upstream, ExecutorService pool, long millis) throws Exception {
        var done = new AtomicBoolean();
        pool.execute(() -> {
            upstream.work("first");
            upstream.work("second");
            done.set(true);
        });
        while (!done.get()) {
            Thread.sleep(millis);
        }
        return upstream.work("all");
    }
}
