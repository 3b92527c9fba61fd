package io.fluxrun.record;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as it was handed in: the suppliers are called only if the run is kept.
 *
 * @param previous of the same lane: a chain wastes no slots
 */
record RecordedExchange(
        @Nullable RecordedExchange previous,
        int nth,
        boolean write,
        String boundary,
        String operation,
        long startedNanos,
        long endedNanos,
        Supplier<Value> request,
        Supplier<Answer> answer) {
    /** How many are paid for at once: the budget has a lock. */
    private static final int PAID = 8;

    /** Roughly what one costs with its suppliers, bodies not counted. */
    private static final long BYTES = 128;

    /** Returns the bytes to be paid for before an exchange follows this one; mostly none. */
    static long due(@Nullable RecordedExchange last) {
        return last == null || last.nth % PAID == 0 ? PAID * BYTES : 0;
    }
}
