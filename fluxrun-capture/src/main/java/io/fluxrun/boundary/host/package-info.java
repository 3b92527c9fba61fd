/** Calls of interfaces and classes that the application declares to be its outside world. */
@NullMarked
package io.fluxrun.boundary.host;

import org.jspecify.annotations.NullMarked;
