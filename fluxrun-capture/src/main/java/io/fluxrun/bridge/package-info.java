/** The one class that the JDK's own classes can see: {@code java.base} types only. */
@NullMarked
package io.fluxrun.bridge;

import org.jspecify.annotations.NullMarked;
