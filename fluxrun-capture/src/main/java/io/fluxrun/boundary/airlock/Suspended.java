package io.fluxrun.boundary.airlock;

import io.fluxrun.scope.Lane;
import org.jspecify.annotations.Nullable;

/** The lane that a call hides from what it does inside; the token of its hook. */
record Suspended(@Nullable Lane before) {}
