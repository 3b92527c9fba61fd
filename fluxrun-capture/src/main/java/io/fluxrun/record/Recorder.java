package io.fluxrun.record;

import io.fluxrun.run.FailureSignatures;
import io.fluxrun.scope.Scope;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records the runs of this process and keeps those that failed, or were asked for. At most one is active. Nothing it
 * does makes the application wait or fail. Thread-safe.
 */
public final class Recorder {
    private static final long FLUSH_MILLIS = 2_000;
    private static final long END_MILLIS = 1_000;
    private static final long POLL_MILLIS = 5;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private static volatile @Nullable Recorder active;

    private final RecorderSettings settings;
    private final AtomicLong bytes = new AtomicLong();
    private final Set<RunRecording> open = ConcurrentHashMap.newKeySet();
    private final Counts counts = new Counts();
    private final BootRecording boot;
    private final RunWriter writer;
    private final KillSwitch killSwitch;
    private final Problems problems;
    private final Thread hook = Background.unstarted("fluxrun-shutdown", this::close);
    private final AtomicBoolean booting = new AtomicBoolean(true);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean paused;

    private Recorder(RecorderSettings settings, RunSink sink, Consumer<String> lines) {
        this.problems = new Problems(lines);
        this.settings = settings;
        this.boot = new BootRecording(settings.limits());
        this.writer = new RunWriter(settings, sink, boot, counts, problems);
        this.killSwitch = new KillSwitch(settings.killFile(), this::pause, problems);
    }

    /**
     * Starts recording: first the application's boot, then each run.
     *
     * @param problems told what went wrong with recording, rarely; a line each, to be put after FluxRun's name
     * @throws IllegalStateException if a recorder is active
     */
    public static synchronized Recorder start(RecorderSettings settings, RunSink sink, Consumer<String> problems) {
        if (active != null) {
            throw new IllegalStateException("a recorder is active");
        }
        var recorder = new Recorder(settings, sink, problems);
        Runtime.getRuntime().addShutdownHook(recorder.hook);
        Scope.sessionOpened();
        Scope.ambient(recorder.boot.main());
        active = recorder;
        recorder.killSwitch.look();
        Background.start("fluxrun-switch", recorder.killSwitch);
        return recorder;
    }

    /** Returns the active recorder, {@code null} if there is none. */
    public static @Nullable Recorder active() {
        return active;
    }

    /** Opens a run; {@code null} while the kill switch is on. Ends the boot. */
    public @Nullable RunRecording open() {
        if (paused) {
            return null;
        }
        if (booting.get()) {
            endBoot();
        }
        var run = new RunRecording(this, settings.limits(), new Budget(bytes, settings.limits()));
        Scope.sessionOpened();
        try {
            open.add(run);
        } catch (Throwable failure) {
            run.abandon();
            throw failure;
        }
        if (paused) {
            run.abandon();
            return null;
        }
        return run;
    }

    public BootRecording boot() {
        return boot;
    }

    public RecorderCounts counts() {
        return counts.snapshot();
    }

    /** Returns the bytes that all runs hold which are in progress or wait to be saved. */
    public long bytesHeld() {
        return bytes.get();
    }

    /** Stops recording; waits a second for runs under way, and saves what has ended, for three seconds at most. */
    public void stop() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return;
        }
        close();
    }

    private void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        deactivate(this);
        paused = true;
        killSwitch.close();
        endBoot();
        try {
            long started = System.nanoTime();
            awaitOpen(started, END_MILLIS);
            abandonOpen();
            // What is left has ended and is being taken hold of, on the application's thread.
            awaitOpen(started, END_MILLIS + FLUSH_MILLIS);
            if (!open.isEmpty()) {
                problems.tell(
                        DropReason.SHUTDOWN,
                        open.size() + " failed runs are not saved: they had ended, and " + (END_MILLIS + FLUSH_MILLIS)
                                + " ms were not enough to take hold of them");
            }
            writer.close(Math.max(1, END_MILLIS + FLUSH_MILLIS - millisSince(started)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A client has its answer before the run has ended: what failed just now would be lost without a wait. */
    private void awaitOpen(long started, long millis) throws InterruptedException {
        while (!open.isEmpty() && millisSince(started) < millis) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / NANOS_PER_MILLI;
    }

    private static synchronized void deactivate(Recorder recorder) {
        if (active == recorder) {
            active = null;
        }
    }

    private void endBoot() {
        if (booting.compareAndSet(true, false)) {
            Scope.ambient(null);
            boot.started();
            Scope.sessionClosed();
        }
    }

    private void pause(boolean off) {
        paused = off || closed.get();
        if (off) {
            abandonOpen();
            writer.clear(DropReason.STOPPED);
        }
    }

    private void abandonOpen() {
        open.forEach(RunRecording::abandon);
    }

    void abandoned(RunRecording run) {
        open.remove(run);
    }

    void ended(RunRecording run, RunData data, long durationNanos, Ending ending) {
        boolean handedOver = false;
        try {
            handedOver = handOver(run, data, durationNanos, ending);
        } finally {
            open.remove(run);
            if (!handedOver) {
                data.budget().close();
            }
        }
    }

    private boolean handOver(RunRecording run, RunData data, long durationNanos, Ending ending) {
        int status = ending.status();
        Throwable error = ending.error();
        boolean forced = settings.forceHeader() != null && ending.header(settings.forceHeader()) != null;
        boolean slow = settings.slowMillis() > 0 && durationNanos >= settings.slowMillis() * NANOS_PER_MILLI;
        if (!FailureSignatures.failed(status, error != null) && !forced && !slow) {
            return false;
        }
        counts.toBeKept();
        var rough = RoughSignature.of(status, error, ending.route(), data.lastOperation());
        if (!forced && !writer.admits(rough)) {
            return false;
        }
        Ending.Captured captured;
        try {
            captured = ending.capture();
        } catch (RuntimeException | Error failure) {
            counts.dropped(DropReason.BUILD_ERROR);
            throw failure;
        }
        long held = data.budget().used();
        writer.offer(new KeptRun(run::id, data, durationNanos, status, error, captured, forced ? null : rough, held));
        return true;
    }
}
