package io.fluxrun.boundary.lane;

import io.fluxrun.agent.SelfAttachment;
import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import io.fluxrun.record.RunRecording;
import io.fluxrun.scope.Scope;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A task given to a pool and waited for: without FluxRun, with it outside a run, and in a run. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+EnableDynamicAgentLoading")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HandOverBenchmark {
    /** Whether FluxRun is there. */
    public enum FluxRun {
        ABSENT,
        IDLE,
        RECORDING
    }

    @Param
    public FluxRun fluxRun;

    private Recorder recorder;
    private ExecutorService pool;

    @Setup
    public void start() {
        if (fluxRun != FluxRun.ABSENT) {
            SelfAttachment.install();
            recorder = Recorder.start(RecorderSettings.DEFAULT, (run, boot) -> {}, problem -> {
                throw new IllegalStateException(problem);
            });
            Objects.requireNonNull(recorder.open(), "the first run ends the boot").abandon();
        }
        pool = Executors.newFixedThreadPool(1);
    }

    @TearDown
    public void stop() {
        pool.shutdown();
        if (recorder != null) {
            recorder.stop();
        }
    }

    @Benchmark
    public Object handOver() throws Exception {
        if (fluxRun != FluxRun.RECORDING) {
            return pool.submit(() -> "done").get();
        }
        RunRecording run = Objects.requireNonNull(recorder.open());
        var before = Scope.bind(run.main());
        try {
            return pool.submit(() -> "done").get();
        } finally {
            Scope.restore(before);
            run.abandon();
        }
    }
}
