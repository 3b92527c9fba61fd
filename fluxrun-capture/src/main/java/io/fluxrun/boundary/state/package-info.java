/** State from before the run: id optimizers and caches, recorded on use. */
@NullMarked
package io.fluxrun.boundary.state;

import org.jspecify.annotations.NullMarked;
