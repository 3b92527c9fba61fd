package io.fluxrun.record;

import io.fluxrun.scope.Trail;

/**
 * The bytes that a run's log lines and spans may take, beside the run's own: what decides a replay must not be lost for
 * them. They never make a run PARTIAL.
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
        if (used + bytes > most || !budget.takeBeside(bytes)) {
            return false;
        }
        used += bytes;
        return true;
    }

    @Override
    public synchronized void giveBack(long bytes) {
        used -= bytes;
        budget.giveBackBeside(bytes);
    }
}
