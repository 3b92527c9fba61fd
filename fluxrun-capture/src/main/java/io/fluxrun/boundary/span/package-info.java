/** Named parts of a run: told by it, never asked for. */
@NullMarked
package io.fluxrun.boundary.span;

import org.jspecify.annotations.NullMarked;
