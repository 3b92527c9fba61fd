/** Draws from random sources at call sites. */
@NullMarked
package io.fluxrun.boundary.random;

import org.jspecify.annotations.NullMarked;
