package io.fluxrun.boundary.lane;

import io.fluxrun.scope.Lane;
import org.jspecify.annotations.Nullable;

/** What a thread was bound to before; the token of the hooks that bind. */
record Before(@Nullable Lane lane) {}
