/** Masks: values replaced for good, consistently, when a run is saved. */
@NullMarked
package io.fluxrun.protect;

import org.jspecify.annotations.NullMarked;
