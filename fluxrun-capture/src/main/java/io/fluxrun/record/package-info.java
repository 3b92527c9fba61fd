/** The recorder: capture policy, limits, readiness, and the background writer of runs that are kept. */
@NullMarked
package io.fluxrun.record;

import org.jspecify.annotations.NullMarked;
