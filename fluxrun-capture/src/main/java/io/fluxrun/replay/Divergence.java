package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay asked what the fixture cannot answer.
 *
 * @param what operation, for a blocked call what it was going to do, for an unread answer
 *     what it does not say
 * @param after ordinal of the exchange served last before it, 0 for none
 * @param early whether the breaking exchange had not been served yet
 * @param nearest {@code null} if nothing resembles it
 * @param candidates of an ambiguous answer, else empty
 */
record Divergence(
        Kind kind,
        String lane,
        String boundary,
        String what,
        boolean write,
        Value request,
        int after,
        boolean early,
        @Nullable NearMiss nearest,
        List<Exchange> candidates) {
    enum Kind {
        UNANSWERED,
        AMBIGUOUS,
        BLOCKED,
        /** The exchange was recorded, but not that part of its answer. */
        UNREAD
    }
}
