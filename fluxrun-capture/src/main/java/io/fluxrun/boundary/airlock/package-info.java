/**
 * The second net: sockets, datagrams, name look-ups and processes that no boundary understands. A replay blocks them, a
 * recording says that it cannot replay them.
 */
@NullMarked
package io.fluxrun.boundary.airlock;

import org.jspecify.annotations.NullMarked;
