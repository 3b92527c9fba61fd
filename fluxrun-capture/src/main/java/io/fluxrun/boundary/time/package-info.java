/** Clock readings at call sites. */
@NullMarked
package io.fluxrun.boundary.time;

import org.jspecify.annotations.NullMarked;
