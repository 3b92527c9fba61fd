package io.fluxrun.run;

import org.jspecify.annotations.Nullable;

/**
 * A change of behaviour that a repair makes on purpose.
 *
 * @param id unique in the fixture
 * @param operation of a removed or reread exchange the recorded one, of an added or changed one today's
 * @param exchange ordinal of the recorded exchange that it is about; 0 for an added one
 * @param request the request that is made today, in addition or instead; {@link Value#NULL} for the other kinds
 * @param answer what an added request is answered with, or a changed one in place of what was recorded; {@code null} for
 *     the other kinds, and for a changed one that gets the recorded answer
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
        /** A request that was not recorded. */
        ADDED,
        /** An exchange that is no longer made. */
        REMOVED,
        /** An exchange that is made with another request. */
        CHANGED,
        /** A read whose recorded answer is asked for more often than it was. */
        REREAD
    }
}
