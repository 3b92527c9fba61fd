package io.fluxrun;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method, static ones too, that reads state from before the run: a table loaded at the start, a hand-made
 * cache. What it returns or throws is recorded with its arguments, and answered without calling it in a replay. The
 * result must be plain data to the application's Jackson, or the run is {@code PARTIAL}. Has an effect only where the
 * agent is attached, and none on changes that the run makes itself: they are seen as far as the recorded run saw them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PriorState {}
