package io.fluxrun.run;

import org.jspecify.annotations.Nullable;

/**
 * A change of behaviour that a repair makes on purpose.
 *
 * @param id unique in the fixture
 * @param exchange ordinal of the recorded exchange that is no longer made; 0 for an added one
 * @param request the request that is made in addition, {@link Value#NULL} for a removed one
 * @param answer what an added request is answered with; {@code null} for a removed one
 */
public record Allowance(
        String id,
        Kind kind,
        String boundary,
        String operation,
        int exchange,
        Value request,
        @Nullable Answer answer,
        String reason,
        @Nullable String author,
        @Nullable String date) {
    /** What the repair changes. */
    public enum Kind {
        ADDED,
        REMOVED
    }
}
