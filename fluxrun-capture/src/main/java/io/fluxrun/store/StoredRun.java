package io.fluxrun.store;

import io.fluxrun.run.Boot;
import io.fluxrun.run.Run;
import org.jspecify.annotations.Nullable;

/** A run and the boot it started from, {@code null} if it needs none. */
public record StoredRun(Run run, @Nullable Boot boot) {}
