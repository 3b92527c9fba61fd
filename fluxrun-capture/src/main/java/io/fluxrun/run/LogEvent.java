package io.fluxrun.run;

import org.jspecify.annotations.Nullable;

/** A log line of a run; {@code atNanos} is the offset from the start of the run. */
public record LogEvent(
        String lane,
        long atNanos,
        String level,
        String logger,
        String message,
        @Nullable Thrown thrown) {}
