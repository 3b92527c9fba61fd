/** {@code HttpURLConnection}, http and https: a connection's bytes are copied and replayed, all above them is the JDK's. */
@NullMarked
package io.fluxrun.boundary.http.url;

import org.jspecify.annotations.NullMarked;
