/** The replay engine: matcher, virtual clock, divergences and verdicts. */
@NullMarked
package io.fluxrun.replay;

import org.jspecify.annotations.NullMarked;
