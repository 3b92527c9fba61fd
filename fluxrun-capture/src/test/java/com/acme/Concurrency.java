package com.acme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** An application that hands work over in every way that Java has. Each method says all that it saw. */
public enum Concurrency {
    EXECUTE((up, pool) -> {
        var done = new CompletableFuture<String>();
        pool.execute(() -> done.complete(up.work("child")));
        return up.work("parent") + done.get();
    }),
    SUBMIT((up, pool) -> {
        var child = pool.submit(() -> up.work("child"));
        return up.work("parent") + child.get();
    }),
    THE_SAME_TASK_TWICE((up, pool) -> {
        var done = new CountDownLatch(2);
        Runnable task = () -> {
            up.work("child");
            done.countDown();
        };
        pool.execute(task);
        pool.execute(task);
        done.await();
        return up.work("parent");
    }),
    INVOKE_ALL((up, pool) -> up.work("parent")
            + pool.invokeAll(calls(up, 3)).stream().map(Concurrency::get).collect(Collectors.joining())),
    INVOKE_ANY((up, pool) -> up.work("parent") + pool.invokeAny(List.of(() -> up.work("only")))),
    INVOKE_ALL_WITHIN_A_TIME((up, pool) -> up.work("parent")
            + pool.invokeAll(calls(up, 3), 1, TimeUnit.HOURS).stream()
                    .map(Concurrency::get)
                    .collect(Collectors.joining())),
    INVOKE_ANY_WITHIN_A_TIME(
            (up, pool) -> up.work("parent") + pool.invokeAny(List.of(() -> up.work("only")), 1, TimeUnit.HOURS)),
    COMPLETION_SERVICE((up, pool) -> {
        var service = new ExecutorCompletionService<String>(pool);
        calls(up, 3).forEach(service::submit);
        var all = up.work("parent");
        for (int i = 0; i < 3; i++) {
            all += service.take().get();
        }
        return all;
    }),
    SUPPLY_ASYNC((up, pool) -> {
        var child = CompletableFuture.supplyAsync(() -> up.work("child"));
        return up.work("parent") + child.join();
    }),
    RUN_ASYNC_IN_A_POOL((up, pool) -> {
        CompletableFuture.runAsync(() -> up.work("child"), pool).join();
        return up.work("parent");
    }),
    THEN_APPLY((up, pool) -> {
        var children = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> up.work("child " + i), pool)
                        .thenApply(answer -> answer + up.work("stage " + i)))
                .toList();
        return up.work("parent")
                + children.stream().map(CompletableFuture::join).collect(Collectors.joining());
    }),
    THEN_APPLY_TO_WHAT_IS_COMPLETE((up, pool) -> CompletableFuture.completedFuture("")
            .thenApply(answer -> answer + up.work("stage"))
            .thenCompose(answer -> CompletableFuture.completedFuture(answer + up.work("composed")))
            .join()),
    THEN_APPLY_ASYNC((up, pool) -> {
        var child = CompletableFuture.supplyAsync(() -> up.work("child"), pool)
                .thenApplyAsync(answer -> answer + up.work("stage"), pool)
                .thenApplyAsync(answer -> answer + up.work("common"));
        return up.work("parent") + child.join();
    }),
    WHEN_COMPLETE_AND_HANDLE((up, pool) -> {
        var child = CompletableFuture.<String>supplyAsync(
                        () -> {
                            throw new IllegalStateException(up.work("child"));
                        },
                        pool)
                .whenComplete((answer, thrown) -> up.work("told"))
                .handle((answer, thrown) -> thrown.getMessage() + up.work("handled"));
        return up.work("parent") + child.join();
    }),
    EXCEPTIONALLY((up, pool) -> {
        var child = CompletableFuture.<String>supplyAsync(
                        () -> {
                            throw new IllegalStateException(up.work("child"));
                        },
                        pool)
                .exceptionally(thrown -> thrown.getMessage() + up.work("instead"));
        return up.work("parent") + child.join();
    }),
    THEN_COMBINE((up, pool) -> {
        var one = CompletableFuture.supplyAsync(() -> up.work("one"), pool);
        var two = CompletableFuture.supplyAsync(() -> up.work("two"), pool);
        return one.thenCombine(two, (a, b) -> a + b + up.work("both")).join() + up.work("parent");
    }),
    THEN_COMPOSE((up, pool) -> CompletableFuture.supplyAsync(() -> up.work("child"), pool)
            .thenCompose(answer -> CompletableFuture.supplyAsync(() -> answer + up.work("next"), pool))
            .thenApply(answer -> answer + up.work("last"))
            .join()),
    ALL_OF((up, pool) -> {
        var children = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> up.work("child " + i), pool))
                .toList();
        return CompletableFuture.allOf(children.toArray(new CompletableFuture<?>[0]))
                .thenApply(nothing ->
                        children.stream().map(CompletableFuture::join).collect(Collectors.joining()) + up.work("all"))
                .join();
    }),
    ANY_OF((up, pool) -> {
        var children = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> up.work("child " + i), pool))
                .toList();
        var winner = CompletableFuture.anyOf(children.toArray(new CompletableFuture<?>[0]))
                .thenApply(answer -> answer + up.work("winner"))
                .join();
        up.used();
        return winner + children.stream().map(CompletableFuture::join).collect(Collectors.joining());
    }),
    COMPLETED_BY_HAND((up, pool) -> {
        var first = new CompletableFuture<String>();
        var after = first.thenApply(answer -> answer + up.work("stage"));
        pool.execute(() -> first.complete(up.work("child")));
        return up.work("parent") + after.join();
    }),
    FORK_AND_JOIN((up, pool) -> {
        var forks = new ForkJoinPool(2);
        try {
            return forks.invoke(new Tree(up, "t", 2)) + up.work("parent");
        } finally {
            end(forks);
        }
    }),
    FORK_JOIN_SUBMIT((up, pool) -> {
        var forks = new ForkJoinPool(1);
        try {
            var one = forks.submit(() -> up.work("one"));
            var two = forks.submit(() -> up.work("two"));
            return one.get() + two.get() + up.work("parent");
        } finally {
            end(forks);
        }
    }),
    PARALLEL_STREAM((up, pool) -> IntStream.range(0, 16)
                    .parallel()
                    .mapToObj(i -> up.call("part " + i))
                    .collect(Collectors.joining())
            + up.work("parent")),
    TIMER((up, pool) -> {
        var timer = new Timer(true);
        var done = new CompletableFuture<String>();
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        done.complete(up.work("child"));
                    }
                },
                1);
        var all = up.work("parent") + done.get();
        timer.cancel();
        return all;
    }),
    SCHEDULE((up, pool) -> {
        var timer = Executors.newScheduledThreadPool(1);
        try {
            var child = timer.schedule(() -> up.work("child"), 1, TimeUnit.MILLISECONDS);
            return up.work("parent") + child.get();
        } finally {
            end(timer);
        }
    }),
    THREAD((up, pool) -> {
        var said = new StringBuffer();
        var thread = new Thread(() -> said.append(up.work("child")));
        thread.start();
        thread.join();
        return up.work("parent") + said;
    }),
    THREAD_BUILDER((up, pool) -> inThread(up, "ofPlatform")),
    VIRTUAL_THREAD_BUILDER((up, pool) -> inThread(up, "ofVirtual")),
    START_VIRTUAL_THREAD((up, pool) -> {
        var said = new CompletableFuture<String>();
        Runnable task = () -> said.complete(up.work("child"));
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        return up.work("parent") + said.get();
    }),
    FORK_JOIN_INVOKE_ALL((up, pool) -> {
        var forks = new ForkJoinPool(2);
        try {
            var one = ForkJoinTask.adapt(() -> up.work("one"));
            var two = ForkJoinTask.adapt(() -> up.work("two"));
            forks.submit(() -> ForkJoinTask.invokeAll(one, two)).get();
            return one.join() + two.join() + up.work("parent");
        } finally {
            end(forks);
        }
    }),
    AN_EXECUTOR_OF_THREADS((up, pool) -> {
        Executor executor = task -> new Thread(task).start();
        return CompletableFuture.supplyAsync(() -> up.work("child"), executor)
                        .thenApplyAsync(answer -> answer + up.work("stage"), executor)
                        .join()
                + up.work("parent");
    }),
    AN_EXECUTOR_THAT_RUNS_IT_ITSELF((up, pool) ->
            CompletableFuture.supplyAsync(() -> up.work("child"), Runnable::run).join() + up.work("parent")),
    AN_EXECUTOR_WITH_AN_OLD_THREAD((up, pool) -> {
        var one = CompletableFuture.supplyAsync(() -> up.work("one"), OldThread.ONE);
        var two = one.thenCompose(said -> CompletableFuture.runAsync(() -> up.work("two"), OldThread.ONE));
        two.join();
        return one.join() + up.work("parent");
    }),
    SPRINGS_EXECUTOR((up, pool) -> {
        var executor = new ThreadPoolTaskExecutor();
        executor.initialize();
        try {
            return executor.submit(() -> up.work("child")).get() + up.work("parent");
        } finally {
            executor.shutdown();
        }
    }),
    A_POOL_THAT_IS_FULL((up, pool) -> {
        var full = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new java.util.concurrent.ArrayBlockingQueue<>(1),
                new ThreadPoolExecutor.CallerRunsPolicy());
        try {
            var go = new CountDownLatch(1);
            var one = full.submit(() -> {
                go.await();
                return up.work("one");
            });
            var two = full.submit(() -> up.work("two"));
            var mine = full.submit(() -> up.work("three"));
            go.countDown();
            return one.get() + two.get() + mine.get() + up.work("parent");
        } finally {
            end(full);
        }
    }),
    HAND_OVER_IN_A_HAND_OVER((up, pool) -> pool.submit(() -> {
                var inner = CompletableFuture.supplyAsync(() -> up.work("inner"));
                return up.work("outer") + inner.join();
            })
            .get());

    private final Body body;

    Concurrency(Body body) {
        this.body = body;
    }

    /** Runs it with a pool that is as large as needed. */
    public String run(Upstream upstream, ExecutorService pool) throws Exception {
        return body.run(upstream, pool);
    }

    /** Returns whether this JDK has what it needs. */
    public boolean isOfThisJdk() {
        return Runtime.version().feature() >= 21 || !name().contains("VIRTUAL") && this != THREAD_BUILDER;
    }

    /** Java 17 has no builders of threads. */
    private static String inThread(Upstream upstream, String builder) throws Exception {
        var said = new CompletableFuture<String>();
        Runnable task = () -> said.complete(upstream.work("child"));
        Class.forName("java.lang.Thread$Builder")
                .getMethod("start", Runnable.class)
                .invoke(Thread.class.getMethod(builder).invoke(null), task);
        return upstream.work("parent") + said.get();
    }

    private interface Body {
        String run(Upstream upstream, ExecutorService pool) throws Exception;
    }

    private static List<Callable<String>> calls(Upstream upstream, int count) {
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int nth = i;
            calls.add(() -> upstream.work("child " + nth));
        }
        return calls;
    }

    private static String get(java.util.concurrent.Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(ExecutorService pool) {
        pool.shutdown();
    }

    /** Returns all names, for a table of tests. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    private static final class Tree extends RecursiveTask<String> {
        private static final long serialVersionUID = 1L;
        private final transient Upstream upstream;
        private final String name;
        private final int depth;

        Tree(Upstream upstream, String name, int depth) {
            this.upstream = upstream;
            this.name = name;
            this.depth = depth;
        }

        @Override
        protected String compute() {
            if (depth == 0) {
                return upstream.work(name);
            }
            var left = new Tree(upstream, name + "l", depth - 1);
            var right = new Tree(upstream, name + "r", depth - 1);
            left.fork();
            return right.compute() + left.join();
        }
    }
}
