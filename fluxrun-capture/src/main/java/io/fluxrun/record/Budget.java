package io.fluxrun.record;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that one run holds, within its own limit and the process's. Thread-safe. */
final class Budget {
    /** Whether bytes could be taken. */
    enum Taken {
        YES,
        RUN_FULL,
        PROCESS_FULL,
        CLOSED
    }

    private final AtomicLong process;
    private final Limits limits;
    private long used;
    private long beside;
    private boolean closed;

    Budget(AtomicLong process, Limits limits) {
        this.process = process;
        this.limits = limits;
    }

    synchronized Taken take(long bytes) {
        if (closed) {
            return Taken.CLOSED;
        }
        if (used + bytes > limits.run()) {
            return Taken.RUN_FULL;
        }
        if (process.addAndGet(bytes) > limits.process()) {
            process.addAndGet(-bytes);
            return Taken.PROCESS_FULL;
        }
        used += bytes;
        return Taken.YES;
    }

    /** Takes bytes that do not count as the run's, as long as the process holds less than half of what it may. */
    synchronized boolean takeBeside(long bytes) {
        // Never added to be taken back: an exchange could be refused meanwhile.
        if (closed || process.get() + bytes > limits.process() / 2) {
            return false;
        }
        process.addAndGet(bytes);
        beside += bytes;
        return true;
    }

    synchronized void giveBackBeside(long bytes) {
        if (!closed) {
            process.addAndGet(-bytes);
            beside -= bytes;
        }
    }

    /** Takes back bytes of a {@link #take}; after {@link #close} they have been given back already. */
    synchronized void giveBack(long bytes) {
        if (!closed) {
            process.addAndGet(-bytes);
            used -= bytes;
        }
    }

    /** Returns the run's own bytes. */
    synchronized long used() {
        return used;
    }

    /** Gives everything back; nothing can be taken any more. */
    synchronized void close() {
        closed = true;
        process.addAndGet(-used - beside);
        used = 0;
        beside = 0;
    }
}
