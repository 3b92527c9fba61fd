package io.fluxrun.scope;

import org.jspecify.annotations.Nullable;

/** One run in progress: a {@link Recording} of a live one or a {@link Replaying} of a recorded one. Thread-safe. */
public interface Session {
    /** Returns the run's id. */
    String id();

    /**
     * Returns whether the session no longer wants to know: its lanes then count as unbound. A replaying session never
     * says so, because work that outlives a replay must stay blocked.
     */
    boolean closed();

    /**
     * Returns the lane of threads that outlive the run, such as a pool's workers started during it; {@code null}: none.
     */
    default @Nullable Lane airlock() {
        return null;
    }

    /** Returns where the run's log lines and spans go, {@code null}: nowhere. */
    default @Nullable Trail trail() {
        return null;
    }

    /** Called when work is handed over and {@code child} begins; it may be refused by leaving it unbound. */
    void laneOpened(Lane child);

    /** Called on the thread that begins a lane's work. */
    default void laneBegun(Lane lane) {}

    /** Called on the thread that began a lane's work, when it has ended; a lane may begin again. */
    default void laneEnded(Lane lane) {}

    /** Called when a lane is about to complete a future: a replay may wait here until it is the lane's turn. */
    default void completing(Lane lane) {}

    /** Called when it is certain that others came before the lane's last completion and none after it has. */
    default void completionSettled(Lane lane) {}
}
