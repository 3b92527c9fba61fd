package io.fluxrun;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes each call of the method, inside a run, a span of it: a named part with start, end, arguments, result or exception.
 * A method that returns a {@link java.util.concurrent.CompletionStage} has a span that ends when the stage is complete. A
 * replay makes spans too; they are told, and never compared.
 *
 * <p>Any method will do: private, static, final and synchronized ones too; on an interface or a class it means the methods
 * that implement or override it as well. Has an effect only where the agent is attached.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Span {
    /** How the run calls the span; by default class and method, {@code Pricing#quote}. */
    String name() default "";
}
