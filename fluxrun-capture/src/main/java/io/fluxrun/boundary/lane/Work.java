package io.fluxrun.boundary.lane;

import io.fluxrun.scope.Lane;
import org.jspecify.annotations.Nullable;

/** Work of a lane under way on this thread, and what the thread was bound to before. */
record Work(Lane lane, @Nullable Lane before) {}
