/**
 * HTTP/1 as bytes of a connection, above TLS: what blocking clients write and read is copied in passing, and served to
 * them again on replay, so that their own parsers run. Knows no client.
 */
@NullMarked
package io.fluxrun.boundary.http.wire;

import org.jspecify.annotations.NullMarked;
