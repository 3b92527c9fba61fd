package io.fluxrun.entry;

import io.fluxrun.record.RunSink;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Run;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The store of a test. */
final class SavedRuns implements RunSink {
    private final BlockingQueue<Run> runs = new LinkedBlockingQueue<>();

    @Override
    public void save(Run run, Boot boot) {
        runs.add(run);
    }

    /** Waits for the next run. */
    Run next() {
        try {
            Run run = runs.poll(20, TimeUnit.SECONDS);
            if (run == null) {
                throw new AssertionError("no run was saved");
            }
            return run;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    int size() {
        return runs.size();
    }
}
