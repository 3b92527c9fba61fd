/**
 * The run model: records and sealed types, pure data, immutable and thread-safe. {@link io.fluxrun.run.Run} is one
 * recorded execution; {@link io.fluxrun.run.Fixture} is a run with its guard, as it is reviewed and committed.
 */
@NullMarked
package io.fluxrun.run;

import org.jspecify.annotations.NullMarked;
