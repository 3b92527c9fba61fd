package io.fluxrun.junit;

import io.fluxrun.replay.ReplaySession;

/** What started the recorded run, ready to be started again. */
interface RecordedEntry {
    /**
     * Starts the run again and returns how it ended.
     *
     * @throws RuntimeException if the entry cannot be started; what the application throws is returned
     */
    Ended replay(ReplaySession session) throws InterruptedException;
}
