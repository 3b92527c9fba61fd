/** Replays Spring Boot applications; the only package that knows Spring. Internal. */
@NullMarked
package io.fluxrun.junit.spring;

import org.jspecify.annotations.NullMarked;
