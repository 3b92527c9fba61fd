package io.fluxrun.record;

import io.fluxrun.run.Readiness;
import java.util.Collection;
import java.util.List;

/** Turns reasons into a readiness. */
final class Reasons {
    private Reasons() {}

    static Readiness readiness(Collection<String> reasons) {
        return reasons.isEmpty() ? Readiness.READY : new Readiness(Readiness.Level.PARTIAL, List.copyOf(reasons));
    }
}
