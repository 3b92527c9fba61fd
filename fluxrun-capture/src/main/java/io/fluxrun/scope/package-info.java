/**
 * Which run, if any, this thread is executing. The one meeting point of recording, replay and the boundaries: a
 * boundary asks {@link io.fluxrun.scope.Scope#current()} for its lane and hands its exchange to the lane's session.
 */
@NullMarked
package io.fluxrun.scope;

import org.jspecify.annotations.NullMarked;
