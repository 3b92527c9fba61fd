package io.fluxrun.record;

import io.fluxrun.run.Boot;
import io.fluxrun.run.Run;

/** Where kept runs go. Called from one thread, which may wait. */
public interface RunSink {
    /**
     * Masks and saves a run with the boot it started from.
     *
     * @param run names no boot yet
     * @throws RuntimeException if that fails; it is reported and counted
     */
    void save(Run run, Boot boot);
}
