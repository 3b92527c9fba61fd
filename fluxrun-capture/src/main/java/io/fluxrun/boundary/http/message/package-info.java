/** What the adapters of all HTTP clients share: parts of messages as they stand in a fixture, bodies and failures. */
@NullMarked
package io.fluxrun.boundary.http.message;

import org.jspecify.annotations.NullMarked;
