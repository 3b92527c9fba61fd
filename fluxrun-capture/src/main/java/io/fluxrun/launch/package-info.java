/** The agent jar's only visible class: finds the rest of the jar in a loader of its own. */
@NullMarked
package io.fluxrun.launch;

import org.jspecify.annotations.NullMarked;
