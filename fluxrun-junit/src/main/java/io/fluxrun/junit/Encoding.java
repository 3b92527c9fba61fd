package io.fluxrun.junit;

import io.fluxrun.run.Value;
import io.fluxrun.scope.Plain;
import org.jspecify.annotations.Nullable;

/** What a replayed method returned, as data. */
final class Encoding {
    private Encoding() {}

    static Value of(@Nullable Object returned) {
        return Plain.encode(returned);
    }
}
