package io.fluxrun.agent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** What handing work over and waiting for it costs. */
public class HandOverBenchmark extends InPlace {
    /** As many as one run records without reaching a limit. */
    private static final int HAND_OVERS = 100;

    @Param({"native", "outside", "inside"})
    private String where;

    private ExecutorService pool;

    @Override
    String place() {
        return where;
    }

    @Setup(Level.Trial)
    public void openPool() {
        pool = Executors.newFixedThreadPool(1);
    }

    @TearDown(Level.Trial)
    public void closePool() {
        pool.shutdown();
    }

    @Benchmark
    @OperationsPerInvocation(HAND_OVERS)
    public int submit() throws ExecutionException, InterruptedException {
        var run = begin();
        int sum = 0;
        for (int i = 0; i < HAND_OVERS; i++) {
            int nth = i;
            sum += pool.submit(() -> nth).get();
        }
        end(run);
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(HAND_OVERS)
    public int stage() {
        var run = begin();
        var future = CompletableFuture.completedFuture(0);
        for (int i = 0; i < HAND_OVERS; i++) {
            future = future.thenApply(sum -> sum + 1);
        }
        int sum = future.join();
        end(run);
        return sum;
    }
}
