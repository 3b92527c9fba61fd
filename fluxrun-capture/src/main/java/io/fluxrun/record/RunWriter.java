package io.fluxrun.record;

import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.FailureSignatures;
import io.fluxrun.run.Run;
import java.util.ArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Builds and saves kept runs on one background thread. The application hands over a reference and never waits. */
final class RunWriter {
    private static final int QUEUE = 64;
    private static final long POLL_MILLIS = 200;

    private final RecorderSettings given;
    private final RunSink sink;
    private final BootRecording boot;
    private final Counts counts;
    private final Problems problems;
    private final SignatureLimit<Long, Long> rough;
    private final SignatureLimit<String, String> exact;
    private final LinkedBlockingQueue<KeptRun> queue = new LinkedBlockingQueue<>(QUEUE);
    private final AtomicLong queuedBytes = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;

    RunWriter(RecorderSettings settings, RunSink sink, BootRecording boot, Counts counts, Problems problems) {
        this.given = settings;
        this.sink = sink;
        this.boot = boot;
        this.counts = counts;
        this.problems = problems;
        this.rough = new SignatureLimit<>(settings.limits().signature(), 0L);
        this.exact = new SignatureLimit<>(settings.limits().signature(), "");
        this.thread = Background.start("fluxrun-writer", this::work);
    }

    /** Whether one more run with this rough signature may be kept; counts it as dropped if not. */
    boolean admits(RoughSignature signature) {
        boolean admitted = rough.pass(signature.place(), signature.kind());
        if (!admitted) {
            counts.dropped(DropReason.SIGNATURE_LIMIT);
        }
        return admitted;
    }

    void offer(KeptRun run) {
        // Half of the memory stays with the runs in progress, however slow the store is.
        if (queuedBytes.addAndGet(run.bytes()) > given.limits().process() / 2 || closing || !queue.offer(run)) {
            queuedBytes.addAndGet(-run.bytes());
            boolean ending = closing;
            drop(run, ending ? DropReason.SHUTDOWN : DropReason.QUEUE_FULL);
            if (ending) {
                problems.tell(DropReason.SHUTDOWN, "a failed run is not saved: the process had begun to end before it");
            } else {
                problems.tell(
                        DropReason.QUEUE_FULL,
                        "a failed run is not saved: too many wait for the store, which is slower than they come");
            }
        }
    }

    /** Drops everything that waits. */
    void clear(DropReason reason) {
        var waiting = new ArrayList<KeptRun>();
        queue.drainTo(waiting);
        for (KeptRun run : waiting) {
            queuedBytes.addAndGet(-run.bytes());
            drop(run, reason);
        }
    }

    /** Takes nothing more, and saves what waits for at most so long. */
    void close(long millis) throws InterruptedException {
        closing = true;
        thread.join(millis);
        if (thread.isAlive()) {
            problems.tell(
                    DropReason.SHUTDOWN,
                    "the process ends before its last failed runs are saved: " + millis + " ms were not enough");
        }
        clear(DropReason.SHUTDOWN);
    }

    private void work() {
        RecorderSettings settings = null;
        while (!closing || !queue.isEmpty()) {
            try {
                KeptRun run = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (run != null) {
                    settings = settings == null ? BuildInfo.complete(given) : settings;
                    write(run, settings);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void write(KeptRun kept, RecorderSettings settings) {
        try {
            Run run = new RunBuilder(kept).build(settings);
            FailureSignature signature = run.outcome().signature();
            if (signature == null || exact.pass(place(signature), FailureSignatures.kind(signature))) {
                save(kept, run);
            } else {
                counts.dropped(DropReason.SIGNATURE_LIMIT);
            }
        } catch (Throwable failure) {
            // Whatever it is: this thread has to live, or every later run is lost.
            refuse(kept, DropReason.BUILD_ERROR, "could not build a run: " + failure);
        } finally {
            queuedBytes.addAndGet(-kept.bytes());
            kept.data().budget().close();
        }
    }

    private void save(KeptRun kept, Run run) {
        try {
            sink.save(run, boot.snapshot());
            counts.stored();
        } catch (Throwable failure) {
            FailureSignature signature = run.outcome().signature();
            if (signature != null) {
                exact.giveBack(place(signature), FailureSignatures.kind(signature));
            }
            refuse(
                    kept,
                    DropReason.STORE_ERROR,
                    "could not save run " + run.info().id() + ": " + failure.getMessage());
        }
    }

    private void refuse(KeptRun kept, DropReason reason, String line) {
        counts.dropped(reason);
        giveBack(kept);
        problems.tell(reason, line);
    }

    private void drop(KeptRun run, DropReason reason) {
        counts.dropped(reason);
        giveBack(run);
        run.data().budget().close();
    }

    /** A run that was asked for has not been counted. */
    private void giveBack(KeptRun run) {
        RoughSignature counted = run.counted();
        if (counted != null) {
            rough.giveBack(counted.place(), counted.kind());
        }
    }

    private static String place(FailureSignature signature) {
        return signature.status() + " " + signature.exception();
    }
}
