/** {@code java.net.http}: its calls are known where the application sends, its attempts where they leave for the network. */
@NullMarked
package io.fluxrun.boundary.http.jdk;

import org.jspecify.annotations.NullMarked;
