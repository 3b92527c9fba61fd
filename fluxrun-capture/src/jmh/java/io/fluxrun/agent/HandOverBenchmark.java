package io.fluxrun.agent;

import io.fluxrun.record.Recorder;
import io.fluxrun.record.RecorderSettings;
import io.fluxrun.record.RunRecording;
import io.fluxrun.scope.Scope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

/** What handing work over and waiting for it costs: with no FluxRun, outside a run, and in a run that records it. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+EnableDynamicAgentLoading")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HandOverBenchmark {
    /** As many as one run records without reaching a limit. */
    private static final int HAND_OVERS = 100;

    @Param({"native", "outside", "inside"})
    private String where;

    private Recorder recorder;
    private RunRecording ofAnother;
    private ExecutorService pool;

    @Setup(Level.Trial)
    public void install() {
        pool = Executors.newFixedThreadPool(1);
        if (where.equals("native")) {
            return;
        }
        AgentInstaller.install(net.bytebuddy.agent.ByteBuddyAgent.install());
        recorder = Recorder.start(RecorderSettings.DEFAULT, (run, boot) -> {}, System.err::println);
        ofAnother = recorder.open();
    }

    @TearDown(Level.Trial)
    public void stop() {
        pool.shutdown();
        if (recorder != null) {
            ofAnother.abandon();
            recorder.stop();
        }
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
