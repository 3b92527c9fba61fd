package io.fluxrun.record;

import io.fluxrun.run.FailureSignatures;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run on its way to the store.
 *
 * @param counted as what it counts against the limit, {@code null} if it does not
 */
record KeptRun(
        Supplier<String> id,
        RunData data,
        long durationNanos,
        int status,
        @Nullable Throwable error,
        Ending.Captured captured,
        @Nullable RoughSignature counted,
        long bytes) {
    boolean failed() {
        return FailureSignatures.failed(status, error != null);
    }
}
