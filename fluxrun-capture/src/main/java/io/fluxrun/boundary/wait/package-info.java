/** Sleeps and waits that end at a time: what happened is recorded, and a replay does not wait for it. */
@NullMarked
package io.fluxrun.boundary.wait;

import org.jspecify.annotations.NullMarked;
