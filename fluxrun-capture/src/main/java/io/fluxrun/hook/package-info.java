/**
 * What a boundary asks the agent to intercept: points in other people's classes, and what to do there. Knows neither
 * the agent nor a byte-code library, so a boundary's hooks can be called and tested as plain objects.
 */
@NullMarked
package io.fluxrun.hook;

import org.jspecify.annotations.NullMarked;
