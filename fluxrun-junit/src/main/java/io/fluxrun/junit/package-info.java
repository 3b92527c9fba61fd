/** Replays fixtures in JUnit: {@link io.fluxrun.junit.ReplayFixture} is the whole surface. */
@NullMarked
package io.fluxrun.junit;

import org.jspecify.annotations.NullMarked;
