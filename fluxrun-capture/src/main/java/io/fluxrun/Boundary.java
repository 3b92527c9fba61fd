package io.fluxrun;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes calls an exchange with the outside world: inside a run, arguments and result or exception are recorded; a replay
 * answers the call without running the method. Nothing that the method itself does is recorded. Has an effect only where
 * the agent is attached, or through {@link FluxRun#boundary}.
 *
 * <p>On a method it means that method, on a class or an interface all methods that are not private; and in both cases the
 * methods that implement or override these in classes loaded from a class file.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Boundary {
    /** Whether the call changes the outside world: a replay that adds or skips it then diverges. */
    boolean write() default false;
}
