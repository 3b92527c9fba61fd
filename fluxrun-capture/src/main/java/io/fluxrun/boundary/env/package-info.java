/** Environment variables and system properties at call sites. */
@NullMarked
package io.fluxrun.boundary.env;

import org.jspecify.annotations.NullMarked;
