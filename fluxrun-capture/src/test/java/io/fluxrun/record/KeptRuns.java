package io.fluxrun.record;

import io.fluxrun.run.Boot;
import io.fluxrun.run.Run;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A store of a test, which can be made to wait or to fail. */
final class KeptRuns implements RunSink {
    final List<Run> runs = new CopyOnWriteArrayList<>();
    final List<Boot> boots = new CopyOnWriteArrayList<>();
    final Semaphore entered = new Semaphore(0);
    final Semaphore gate = new Semaphore(1 << 20);
    volatile boolean broken;
    final AtomicReference<@Nullable Error> once = new AtomicReference<>();

    @Override
    public void save(Run run, Boot boot) {
        entered.release();
        gate.acquireUninterruptibly();
        var error = once.getAndSet(null);
        if (error != null) {
            throw error;
        }
        if (broken) {
            throw new IllegalStateException("disk full");
        }
        runs.add(run);
        boots.add(boot);
    }
}
