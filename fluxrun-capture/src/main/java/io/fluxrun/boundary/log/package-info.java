/** Log lines of Logback, Log4j 2 and java.util.logging: told by a run, never asked for. */
@NullMarked
package io.fluxrun.boundary.log;

import org.jspecify.annotations.NullMarked;
