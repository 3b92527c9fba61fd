package io.fluxrun.agent;

import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import io.fluxrun.record.RunRecording;
import io.fluxrun.scope.Scope;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same work in four places: with no FluxRun, with it and no run anywhere, outside a run while another is recorded, and
 * in a recorded run. Opening and ending the run counts, so a {@link Benchmark} does as much as fits into one.
 */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+EnableDynamicAgentLoading")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class InPlace {
    private Recorder recorder;
    private RunRecording ofAnother;

    /** Returns {@code native}, {@code idle}, {@code outside} or {@code inside}; any other is the benchmark's own affair. */
    abstract String place();

    @Setup(Level.Trial)
    public void install() {
        if (!Set.of("idle", "outside", "inside").contains(place())) {
            return;
        }
        SelfAttachment.install();
        recorder = Recorder.start(RecorderSettings.DEFAULT, (run, boot) -> {}, System.err::println);
        recorder.open().abandon();
        if (place().equals("outside")) {
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

    final RunRecording begin() {
        if (!place().equals("inside")) {
            return null;
        }
        var run = recorder.open();
        Scope.bind(run.main());
        return run;
    }

    static void end(RunRecording run) {
        if (run != null) {
            Scope.restore(null);
            run.abandon();
        }
    }
}
