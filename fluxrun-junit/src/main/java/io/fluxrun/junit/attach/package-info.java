/** Puts FluxRun's hooks into the test's JVM. Internal. */
@NullMarked
package io.fluxrun.junit.attach;

import org.jspecify.annotations.NullMarked;
