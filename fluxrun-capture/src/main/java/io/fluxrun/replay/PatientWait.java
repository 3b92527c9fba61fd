package io.fluxrun.replay;

/** A thread that waits for what came in time. Not thread-safe. */
final class PatientWait {
    private final String lane;
    private final Thread thread;
    private boolean vain;

    PatientWait(String lane, Thread thread) {
        this.lane = lane;
        this.thread = thread;
    }

    String lane() {
        return lane;
    }

    Thread thread() {
        return thread;
    }

    boolean isVain() {
        return vain;
    }

    /** Ends it: whatever it waits for can be interrupted, as every wait with a limit can. */
    void end() {
        vain = true;
        thread.interrupt();
    }
}
