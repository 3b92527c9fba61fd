package io.fluxrun.record;

import io.fluxrun.scope.Trail;

/**
 * The part of a run's bytes that log lines and spans may take: what decides a replay must not be lost for them. They never
 * make a run PARTIAL.
 */
final class TrailRoom implements Trail.Room {
    private static final int PART = 4;

    private final long most;
    private final Budget budget;
    private long used;

    TrailRoom(Limits limits, Budget budget) {
        this.most = limits.run() / PART;
        this.budget = budget;
    }

    @Override
    public synchronized boolean take(long bytes) {
        if (used + bytes > most || budget.take(bytes) != Budget.Taken.YES) {
            return false;
        }
        used += bytes;
        return true;
    }

    @Override
    public synchronized void giveBack(long bytes) {
        used -= bytes;
        budget.giveBack(bytes);
    }
}
