/** Starts a recorded entry again: on an object, on a port of this machine, or as code that the test calls. */
@NullMarked
package io.fluxrun.reentry;

import org.jspecify.annotations.NullMarked;
