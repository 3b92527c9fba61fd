/** Lanes: which run the work belongs to that is handed to executors, pools and threads. */
@NullMarked
package io.fluxrun.boundary.lane;

import org.jspecify.annotations.NullMarked;
