/** What runs in the forked JVM of {@code export} and {@code accept}: the JDK and JUnit's launcher, nothing else. */
@NullMarked
package io.fluxrun.maven.fork;

import org.jspecify.annotations.NullMarked;
