package io.fluxrun.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Replays a recorded run against today's code and asserts that the recorded failure stays away.
 *
 * <p>A method without a {@link Replay} parameter is replayed before its body runs; a method with one says itself when.
 * Either way the guard is asserted after the body, whether or not the body looked at the replay.
 *
 * <p>The fixture is looked for next to the test class, in {@code fixtures/} on the class path, in {@code fixtures/} of the
 * module, and in {@code fixtures/} of the reactor's root. One that is missing, empty or unreadable fails the test.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(ReplayFixtureExtension.class)
public @interface ReplayFixture {
    /** A file ({@code ord_01-503.json}), a folder or a glob ({@code orders/*.json}): one invocation per fixture. */
    String value();

    /** What the replay is to come to. */
    Expect expect() default Expect.REPAIRED;
}
