package io.fluxrun.record;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run on its way to the store. */
record KeptRun(
        Supplier<String> id,
        RunData data,
        long durationNanos,
        int status,
        @Nullable Throwable error,
        Ending.Captured captured,
        long rough,
        long bytes) {
    private static final int SERVER_ERROR = 500;

    boolean failed() {
        return error != null || status >= SERVER_ERROR;
    }
}
