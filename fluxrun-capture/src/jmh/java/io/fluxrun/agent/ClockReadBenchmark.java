package io.fluxrun.agent;

import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/** What reading a clock costs. */
public class ClockReadBenchmark extends InPlace {
    /** As many as one run records without reaching a limit. */
    private static final int READS = 1000;

    @Param({"native", "idle", "outside", "inside"})
    private String where;

    @Override
    String place() {
        return where;
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public void currentTimeMillis(Blackhole sink) {
        var run = begin();
        for (int i = 0; i < READS; i++) {
            sink.consume(System.currentTimeMillis());
        }
        end(run);
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public void nanoTime(Blackhole sink) {
        var run = begin();
        for (int i = 0; i < READS; i++) {
            sink.consume(System.nanoTime());
        }
        end(run);
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public void instantNow(Blackhole sink) {
        var run = begin();
        for (int i = 0; i < READS; i++) {
            sink.consume(Instant.now());
        }
        end(run);
    }
}
