package io.fluxrun.store;

import io.fluxrun.run.Readiness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What listing shows of a run.
 *
 * @param status {@code failed (503)}, {@code failed (IllegalStateException)}, {@code completed (200)}
 * @param brokeAt readable operation of the breaking exchange, {@code null} if none broke it
 * @param bytes size of the run file
 */
public record RunSummary(
        String id,
        String name,
        Instant recordedAt,
        long durationNanos,
        String status,
        @Nullable String brokeAt,
        int exchanges,
        Readiness.Level readiness,
        long bytes) {}
