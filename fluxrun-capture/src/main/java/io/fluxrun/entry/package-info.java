/** What starts a run: servlet requests and annotated methods. */
@NullMarked
package io.fluxrun.entry;

import org.jspecify.annotations.NullMarked;
