package io.fluxrun;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes each call of the method a run of its own, unless it is called inside a run. Has an effect only where the agent
 * is attached. A run fails when an exception leaves the method.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CaptureRun {
    /** How lists and messages call the run; by default {@code com.acme.Orders#place}. */
    String name() default "";
}
