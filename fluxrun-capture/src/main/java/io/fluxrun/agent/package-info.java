/** Installs the boundaries' hooks into running code; the composition root of recording and replay. */
@NullMarked
package io.fluxrun.agent;

import org.jspecify.annotations.NullMarked;
