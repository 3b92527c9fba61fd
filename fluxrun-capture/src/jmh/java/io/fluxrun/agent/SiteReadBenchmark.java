package io.fluxrun.agent;

import com.acme.OrderFailed;
import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import io.fluxrun.run.Run;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What a call costs whose bridge method is made from the table: with no FluxRun, outside a run while another is recorded,
 * in a recorded run, and in a replay of it. Opening and ending the run counts.
 */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+EnableDynamicAgentLoading")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SiteReadBenchmark {
    private static final int READS = 1000;
    private static final Random SHARED = new Random(1);
    private static final ZoneId ZONE = ZoneOffset.UTC;

    @Param({"native", "outside", "recorded", "replayed"})
    private String where;

    private Recorder recorder;
    private Runnable other = () -> {};
    private Run recorded;

    @Setup(Level.Trial)
    public void install(Blackhole sink) throws Exception {
        if (where.equals("native")) {
            return;
        }
        SelfAttachment.install();
        var saved = new LinkedBlockingQueue<Run>();
        recorder = Recorder.start(RecorderSettings.DEFAULT, (run, boot) -> saved.add(run), System.err::println);
        recorder.open().abandon();
        if (where.equals("outside")) {
            var open = recorder.open();
            other = open::abandon;
        } else if (where.equals("replayed")) {
            recorder.stop();
            recorder = null;
            recorded = SiteRecording.of(new Failing(() -> {
                random(sink);
                threadLocalRandom(sink);
                localDate(sink);
            })::run);
        }
    }

    @TearDown(Level.Trial)
    public void stop() {
        other.run();
        if (recorder != null) {
            recorder.stop();
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
        } else if (where.equals("recorded")) {
            var run = recorder.open();
            in(run.main(), reads);
            run.abandon();
        } else {
            reads.run();
        }
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
