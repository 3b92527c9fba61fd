package com.acme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** An application that asks many at once and uses the answers as they come. */
public final class FanOut {
    private FanOut() {}

    /** Returns the answers in the order in which they came. */
    public static List<String> inOrderOfCompletion(Upstream upstream, ExecutorService pool, int calls)
            throws Exception {
        var service = new ExecutorCompletionService<String>(pool);
        for (int i = 0; i < calls; i++) {
            int nth = i;
            service.submit(() -> {
                var answer = upstream.work("call " + nth);
                upstream.passesOn("call " + nth);
                return answer;
            });
        }
        var answers = new ArrayList<String>();
        for (int i = 0; i < calls; i++) {
            answers.add(service.take().get());
            upstream.used();
        }
        return answers;
    }

    /** Returns the first answer, who was done when it came, and a following call. */
    public static List<String> first(Upstream upstream, ExecutorService pool, int calls) {
        var futures = IntStream.range(0, calls)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> upstream.work("call " + i), pool))
                .toList();
        var answers = new ArrayList<String>();
        answers.add((String) CompletableFuture.anyOf(futures.toArray(new CompletableFuture<?>[0]))
                .join());
        futures.forEach(future -> answers.add("done " + future.isDone()));
        answers.add(upstream.work("after"));
        upstream.used();
        futures.forEach(CompletableFuture::join);
        return answers;
    }

    /** Returns the answer of the first by number of those that were done when it came to look. */
    public static List<String> firstOfThoseDone(Upstream upstream, ExecutorService pool, int calls) {
        var futures = IntStream.range(0, calls)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> upstream.work("call " + i), pool))
                .toList();
        upstream.used();
        var winner = (String) CompletableFuture.anyOf(futures.toArray(new CompletableFuture<?>[0]))
                .join();
        futures.forEach(CompletableFuture::join);
        return List.of(winner);
    }

    /** Returns all answers as each call itself has added them. */
    public static List<String> collected(Upstream upstream, ExecutorService pool, int calls) throws Exception {
        var answers = Collections.synchronizedList(new ArrayList<String>());
        var done = new CountDownLatch(calls);
        for (int i = 0; i < calls; i++) {
            int nth = i;
            pool.execute(() -> {
                answers.add(upstream.work("call " + nth));
                upstream.used();
                done.countDown();
            });
        }
        done.await();
        return answers;
    }

    /** Two calls of which each holds a lock until it is answered. */
    public static String underALock(Upstream upstream, ExecutorService pool, Object monitor) throws Exception {
        var lock = new ReentrantLock();
        var one = pool.submit(() -> locked(upstream, lock, "one"));
        var two = pool.submit(() -> locked(upstream, lock, "two"));
        var three = pool.submit(() -> synchronizedOn(upstream, monitor, "three"));
        var four = pool.submit(() -> synchronizedOn(upstream, monitor, "four"));
        return one.get() + two.get() + three.get() + four.get();
    }

    /** Two calls, of which the first to be handed over waits for the other. */
    public static String oneAfterTheOther(Upstream upstream, ExecutorService pool) throws Exception {
        var done = new CountDownLatch(1);
        var later = pool.submit(() -> {
            done.await();
            return upstream.work("later");
        });
        var earlier = pool.submit(() -> {
            var answer = upstream.work("earlier");
            done.countDown();
            return answer;
        });
        return earlier.get() + later.get();
    }

    /** Draws in every part of a parallel stream. */
    public static long parallelDraws() {
        return IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> UUID.randomUUID())
                .distinct()
                .count();
    }

    private static String locked(Upstream upstream, ReentrantLock lock, String request) {
        lock.lock();
        try {
            return upstream.work(request);
        } finally {
            lock.unlock();
        }
    }

    private static String synchronizedOn(Upstream upstream, Object monitor, String request) {
        synchronized (monitor) {
            return upstream.work(request);
        }
    }
}
