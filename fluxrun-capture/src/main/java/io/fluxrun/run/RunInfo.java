package io.fluxrun.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a run that listing shows.
 *
 * @param id matches {@code [A-Za-z0-9_-]{1,64}}
 * @param durationNanos entry to outcome
 * @param commit Git commit of the recorded build, {@code null} if unknown
 * @param traceId W3C trace id of the entry, {@code null} if it had none
 */
public record RunInfo(
        String id,
        String name,
        Instant recordedAt,
        long durationNanos,
        @Nullable String service,
        @Nullable String version,
        @Nullable String commit,
        @Nullable String traceId,
        String jdk,
        String zone,
        String locale,
        Readiness readiness) {}
