package io.fluxrun.boundary.jdbc;

import io.fluxrun.hook.Tracked;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Session;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The transaction that a connection is in, the same on both sides: it begins with the first statement outside
 * auto-commit mode and is numbered in its lane. Not thread-safe, as a connection is not.
 */
final class Transaction {
    private static final Tracked<AtomicInteger> COUNTS = new Tracked<>();

    private Reference<Session> run = new WeakReference<>(null);
    private int ordinal;
    private boolean wrote;

    /** A pooled connection outlives runs: what an earlier one left open is not this one's. */
    Transaction in(Lane lane) {
        if (run.get() != lane.session()) {
            run = new WeakReference<>(lane.session());
            end();
        }
        return this;
    }

    /** A statement is about to be executed; returns the transaction it belongs to, 0 for none. */
    int join(Lane lane, boolean autoCommit, boolean write) {
        in(lane);
        if (autoCommit) {
            end();
            return 0;
        }
        if (ordinal == 0) {
            ordinal = next(lane);
        }
        wrote |= write;
        return ordinal;
    }

    boolean active() {
        return ordinal > 0;
    }

    int ordinal() {
        return ordinal;
    }

    /** Whether a statement in it may have changed the database, so that committing it is a write. */
    boolean wrote() {
        return wrote;
    }

    void end() {
        ordinal = 0;
        wrote = false;
    }

    private static int next(Lane lane) {
        synchronized (COUNTS) {
            var count = COUNTS.get(lane);
            if (count == null) {
                count = new AtomicInteger();
                COUNTS.put(lane, count);
            }
            return count.incrementAndGet();
        }
    }
}
