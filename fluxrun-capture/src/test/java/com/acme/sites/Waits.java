package com.acme.sites;

import com.acme.OrderFailed;
import io.fluxrun.CaptureRun;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** An application that sleeps and waits in every way there is, and fails with how each wait ended. */
public final class Waits {
    /** Milliseconds of each wait when it is recorded; in a replay, an hour. */
    private final long amount;

    private final boolean happens;

    public Waits(long amount, boolean happens) {
        this.amount = amount;
        this.happens = happens;
    }

    @CaptureRun
    public void timedOut() {
        fail(late());
    }

    @CaptureRun
    public void inTime() {
        fail(inTimeWaits());
    }

    private static void fail(Map<String, Callable<Object>> waits) {
        var message = new StringBuilder();
        waits.forEach((name, wait) ->
                message.append(name).append(": ").append(outcome(wait)).append('\n'));
        throw new OrderFailed(message.toString());
    }

    private static Object outcome(Callable<Object> wait) {
        try {
            return wait.call();
        } catch (Exception e) {
            return e.getClass().getName() + " " + e.getMessage();
        }
    }

    private Map<String, Callable<Object>> late() {
        var waits = new LinkedHashMap<String, Callable<Object>>();
        var unit = TimeUnit.MILLISECONDS;
        waits.put("sleep", () -> {
            Thread.sleep(amount);
            Thread.sleep(amount, 1);
            unit.sleep(amount);
            return "slept";
        });
        waits.put("park", () -> {
            LockSupport.parkNanos(unit.toNanos(amount));
            LockSupport.parkNanos(this, unit.toNanos(amount));
            LockSupport.parkUntil(System.currentTimeMillis() + amount);
            LockSupport.parkUntil(this, System.currentTimeMillis() + amount);
            return "parked";
        });
        // What would be there by now is still not there when it was too late.
        waits.put("future", () -> maybe(new CompletableFuture<>()).get(amount, unit));
        waits.put(
                "a future's limit",
                () -> new CompletableFuture<String>()
                                .orTimeout(amount, unit)
                                .handle((value, error) -> String.valueOf(error))
                                .join()
                        + " "
                        + new CompletableFuture<String>()
                                .completeOnTimeout("else", amount, unit)
                                .join());
        waits.put("task", () -> {
            var task = new FutureTask<>(() -> "done");
            if (happens) {
                task.run();
            }
            return task.get(amount, unit);
        });
        waits.put("lock", () -> held(new ReentrantLock()).tryLock(amount, unit));
        waits.put("write lock", () -> {
            var lock = new ReentrantReadWriteLock();
            if (!happens) {
                lock.readLock().lock();
            }
            return lock.writeLock().tryLock(amount, unit);
        });
        waits.put("stamp", () -> {
            var lock = new StampedLock();
            if (!happens) {
                lock.writeLock();
            }
            return lock.tryReadLock(amount, unit) + " " + lock.tryWriteLock(amount, unit);
        });
        waits.put("queue", () -> {
            var queue = new ArrayBlockingQueue<String>(1);
            var deque = new LinkedBlockingDeque<String>(1);
            if (happens) {
                queue.add("there");
            } else {
                deque.add("full");
            }
            return queue.poll(amount, unit) + " " + deque.offer("more", amount, unit) + " "
                    + deque.offerFirst("more", amount, unit) + " " + deque.offerLast("more", amount, unit) + " "
                    + new LinkedTransferQueue<String>().tryTransfer("none takes it", amount, unit) + " "
                    + new DelayQueue<>().poll(amount, unit) + " "
                    + new LinkedBlockingDeque<String>().pollFirst(amount, unit)
                    + new LinkedBlockingDeque<String>().pollLast(amount, unit);
        });
        waits.put("latch", () -> new CountDownLatch(happens ? 0 : 1).await(amount, unit));
        waits.put("semaphore", () -> {
            var semaphore = new Semaphore(happens ? 5 : 0);
            return semaphore.tryAcquire(amount, unit) + " " + semaphore.tryAcquire(2, amount, unit);
        });
        waits.put("barrier", () -> new CyclicBarrier(2).await(amount, unit));
        waits.put("phaser", () -> new Phaser(1).awaitAdvanceInterruptibly(0, amount, unit));
        waits.put("exchanger", () -> new Exchanger<String>().exchange("mine", amount, unit));
        waits.put("condition", () -> {
            var lock = new ReentrantLock();
            var condition = lock.newCondition();
            lock.lock();
            return condition.await(amount, unit) + " " + (condition.awaitNanos(unit.toNanos(amount)) <= 0) + " "
                    + condition.awaitUntil(new java.util.Date(System.currentTimeMillis() + amount));
        });
        waits.put("monitor", () -> {
            synchronized (this) {
                wait(amount);
                wait(amount, 1);
                return "waited";
            }
        });
        waits.put("thread", () -> {
            var thread = new Thread(LockSupport::park);
            thread.setDaemon(true);
            thread.start();
            thread.join(amount);
            thread.join(amount, 1);
            var ended = !thread.isAlive();
            LockSupport.unpark(thread);
            return ended;
        });
        waits.put("executor", () -> {
            ExecutorService executor = Executors.newCachedThreadPool();
            var latch = new CountDownLatch(1);
            try {
                var services = new ExecutorCompletionService<Object>(executor);
                executor.execute(() -> {
                    try {
                        latch.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                return services.poll(amount, unit) + " " + executor.awaitTermination(amount, unit);
            } finally {
                latch.countDown();
                executor.shutdownNow();
            }
        });
        waits.put("any of", () -> {
            ExecutorService executor = Executors.newCachedThreadPool();
            try {
                return executor.invokeAny(
                        List.of(() -> {
                            new CountDownLatch(happens ? 0 : 1).await();
                            return "won";
                        }),
                        amount,
                        unit);
            } finally {
                executor.shutdownNow();
            }
        });
        waits.put("all of", () -> {
            ExecutorService executor = Executors.newCachedThreadPool();
            try {
                List<Callable<String>> tasks = List.of(() -> "first", () -> {
                    new CountDownLatch(happens ? 0 : 1).await();
                    return "second";
                });
                return executor.invokeAll(tasks, 100 * amount, unit).stream()
                        .map(future -> outcome(future::get))
                        .toList();
            } finally {
                executor.shutdownNow();
            }
        });
        waits.put("process", () -> new ForeignProcess(happens).waitFor(amount, unit));
        waits.put("in units", () -> {
            var thread = new Thread(LockSupport::park);
            thread.setDaemon(true);
            thread.start();
            unit.timedJoin(thread, amount);
            synchronized (thread) {
                unit.timedWait(thread, amount);
            }
            var ended = !thread.isAlive();
            LockSupport.unpark(thread);
            return ended;
        });
        waits.put("tries", () -> {
            var stamped = new StampedLock();
            if (!happens) {
                stamped.writeLock();
            }
            var semaphore = new Semaphore(happens ? 5 : 0);
            return held(new ReentrantLock()).tryLock() + " " + semaphore.tryAcquire() + " " + semaphore.tryAcquire(2)
                    + " " + stamped.tryReadLock() + " " + stamped.tryWriteLock() + " "
                    + new LinkedTransferQueue<String>().tryTransfer("none takes it");
        });
        waits.put("a deadline with sleeps", () -> {
            var deadline = Instant.now().plusMillis(amount * 5);
            int rounds = 0;
            while (Instant.now().isBefore(deadline)) {
                Thread.sleep(amount);
                rounds++;
            }
            return rounds + " rounds";
        });
        waits.put("a deadline without", () -> {
            long deadline = System.nanoTime() + 200_000;
            int rounds = 0;
            while (System.nanoTime() < deadline) {
                rounds++;
            }
            return rounds + " rounds";
        });
        return waits;
    }

    private Map<String, Callable<Object>> inTimeWaits() {
        var waits = new LinkedHashMap<String, Callable<Object>>();
        waits.put("future", () -> {
            var future = new CompletableFuture<String>();
            var thread = new Thread(() -> future.complete("done"));
            thread.start();
            return future.get(amount, TimeUnit.MILLISECONDS);
        });
        waits.put("lock", () -> new ReentrantLock().tryLock(amount, TimeUnit.MILLISECONDS));
        waits.put("tries", () -> {
            var lock = new ReentrantLock();
            var semaphore = new Semaphore(1);
            if (amount == 1) {
                inTheWay(lock, semaphore);
            }
            return lock.tryLock() + " " + semaphore.tryAcquire();
        });
        waits.put("all of", () -> {
            var executor = Executors.newCachedThreadPool();
            try {
                return executor
                        .invokeAll(List.of(() -> "first", () -> "second"), amount, TimeUnit.MILLISECONDS)
                        .stream()
                        .map(future -> outcome(future::get))
                        .toList();
            } finally {
                executor.shutdown();
            }
        });
        waits.put("a future's limit", () -> {
            var future = new CompletableFuture<String>();
            var limited = future.orTimeout(amount, TimeUnit.MILLISECONDS);
            var other = new CompletableFuture<String>();
            var completed = other.completeOnTimeout("else", amount, TimeUnit.MILLISECONDS);
            // Longer than the limit of the replay.
            var barrier = new Object();
            synchronized (barrier) {
                barrier.wait(1);
            }
            future.complete("done");
            other.complete("done");
            return limited.join() + " " + completed.join();
        });
        waits.put("thread", () -> {
            var thread = new Thread(() -> {});
            thread.start();
            thread.join(amount);
            return thread.isAlive();
        });
        waits.put("queue", () -> {
            var queue = new LinkedBlockingDeque<String>();
            new Thread(() -> queue.add("there")).start();
            return queue.poll(amount, TimeUnit.MILLISECONDS);
        });
        return waits;
    }

    private <T> CompletableFuture<T> maybe(CompletableFuture<T> future) {
        if (happens) {
            future.complete(null);
        }
        return future;
    }

    /** Another thread has both until this one waits for them. */
    private static void inTheWay(ReentrantLock lock, Semaphore semaphore) throws Exception {
        var waiting = Thread.currentThread();
        var taken = new CountDownLatch(1);
        new Thread(() -> {
                    lock.lock();
                    semaphore.acquireUninterruptibly();
                    taken.countDown();
                    while (!lock.hasQueuedThread(waiting)) {
                        Thread.onSpinWait();
                    }
                    lock.unlock();
                    while (!semaphore.hasQueuedThreads()) {
                        Thread.onSpinWait();
                    }
                    semaphore.release();
                })
                .start();
        taken.await();
    }

    private ReentrantLock held(ReentrantLock lock) throws Exception {
        if (!happens) {
            var holder = new Thread(lock::lock);
            holder.start();
            holder.join();
        }
        return lock;
    }
}
