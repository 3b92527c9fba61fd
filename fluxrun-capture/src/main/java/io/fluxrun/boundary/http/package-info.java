/** java.net.http, recorded and replayed below the client's callers. */
@NullMarked
package io.fluxrun.boundary.http;

import org.jspecify.annotations.NullMarked;
