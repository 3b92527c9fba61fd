package io.fluxrun.record;

import io.fluxrun.run.Value;
import java.util.Collection;
import java.util.function.Supplier;

/** Calls suppliers of boundaries: one that fails costs its value, not the run. */
final class Evaluated {
    private Evaluated() {}

    /** @param what for the reason: {@code request of exchange 3} */
    static Value value(Supplier<Value> supplier, String what, Collection<String> reasons) {
        return or(supplier, Value.NULL, what, reasons);
    }

    static <T> T or(Supplier<T> supplier, T otherwise, String what, Collection<String> reasons) {
        try {
            return supplier.get();
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            reasons.add(what + " could not be kept: " + failure);
            return otherwise;
        }
    }
}
