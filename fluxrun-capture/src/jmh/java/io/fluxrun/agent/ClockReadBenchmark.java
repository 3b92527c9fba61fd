package io.fluxrun.agent;

import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import io.fluxrun.record.RunRecording;
import io.fluxrun.scope.Scope;
import java.time.Instant;
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

/** What reading a clock costs: with no FluxRun, outside a run, and in a run that records it. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+EnableDynamicAgentLoading")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClockReadBenchmark {
    /** As many as one run records without reaching a limit. */
    private static final int READS = 1000;

    @Param({"native", "idle", "outside", "inside"})
    private String where;

    private Recorder recorder;
    private RunRecording ofAnother;

    @Setup(Level.Trial)
    public void install() {
        if (where.equals("native")) {
            return;
        }
        SelfAttachment.install();
        recorder = Recorder.start(RecorderSettings.DEFAULT, (run, boot) -> {}, System.err::println);
        var boot = recorder.open();
        boot.abandon();
        if (where.equals("outside")) {
            ofAnother = recorder.open();
        }
    }

    @TearDown(Level.Trial)
    public void stop() {
        if (ofAnother != null) {
            ofAnother.abandon();
        }
        if (recorder != null) {
            recorder.stop();
        }
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

    private RunRecording begin() {
        if (!where.equals("inside")) {
            return null;
        }
        var run = recorder.open();
        Scope.bind(run.main());
        return run;
    }

    private static void end(RunRecording run) {
        if (run != null) {
            Scope.restore(null);
            run.abandon();
        }
    }
}
