package io.fluxrun.agent;

import com.acme.OrderFailed;
import io.fluxrun.run.Run;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** What a call costs whose bridge method is made from the table, also in the replay of its run. */
public class SiteReadBenchmark extends InPlace {
    private static final int READS = 1000;
    private static final Random SHARED = new Random(1);
    private static final ZoneId ZONE = ZoneOffset.UTC;

    @Param({"native", "outside", "inside", "replayed"})
    private String where;

    private Run recorded;

    @Override
    String place() {
        return where;
    }

    @Setup(Level.Trial)
    public void record(Blackhole sink) throws Exception {
        if (where.equals("replayed")) {
            SelfAttachment.install();
            recorded = SiteRecording.of(new Failing(() -> {
                random(sink);
                threadLocalRandom(sink);
                localDate(sink);
            })::run);
        }
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public void random(Blackhole sink) {
        inItsPlace(() -> {
            for (int i = 0; i < READS; i++) {
                sink.consume(SHARED.nextInt(100));
            }
        });
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public void threadLocalRandom(Blackhole sink) {
        inItsPlace(() -> {
            for (int i = 0; i < READS; i++) {
                sink.consume(ThreadLocalRandom.current().nextLong());
            }
        });
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public void localDate(Blackhole sink) {
        inItsPlace(() -> {
            for (int i = 0; i < READS; i++) {
                sink.consume(LocalDate.now(ZONE));
            }
        });
    }

    private void inItsPlace(Runnable reads) {
        if (recorded != null) {
            in(SiteReplay.session(recorded).main(), reads);
            return;
        }
        var run = begin();
        reads.run();
        end(run);
    }

    private static void in(Lane lane, Runnable reads) {
        var before = Scope.bind(lane);
        try {
            reads.run();
        } finally {
            Scope.restore(before);
        }
    }

    /** An entry that fails, so that its run is kept. */
    public record Failing(Runnable reads) {
        @io.fluxrun.CaptureRun
        public void run() {
            reads.run();
            throw new OrderFailed("recorded");
        }
    }
}
