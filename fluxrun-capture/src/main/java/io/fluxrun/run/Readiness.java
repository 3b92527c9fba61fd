package io.fluxrun.run;

import java.util.List;

/**
 * Whether a run can be replayed.
 *
 * @param reasons why it is not {@link Level#READY}; empty when it is
 */
public record Readiness(Level level, List<String> reasons) {
    public static final Readiness READY = new Readiness(Level.READY, List.of());

    public Readiness {
        reasons = List.copyOf(reasons);
    }

    /** From fully replayable to not at all. */
    public enum Level {
        READY,
        PARTIAL,
        UNREPLAYABLE
    }
}
