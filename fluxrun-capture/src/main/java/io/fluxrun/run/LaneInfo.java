package io.fluxrun.run;

import org.jspecify.annotations.Nullable;

/**
 * A logical thread of a run.
 *
 * @param name {@code main}, or the parent's name, the hand-over site and nth: {@code main/Orders#place#1}
 * @param parent {@code null} for the lane of the entry
 * @param detached whether the run ended before the lane's work did
 */
public record LaneInfo(String name, @Nullable String parent, boolean detached) {
    /** A lane whose work ended within the run. */
    public LaneInfo(String name, @Nullable String parent) {
        this(name, parent, false);
    }
}
