/**
 * Values of the application's own types as data: JDK types and records natively, so that they come back as what they
 * were; other classes through the application's Jackson 2 or 3, by their fields.
 */
@NullMarked
package io.fluxrun.appjson;

import org.jspecify.annotations.NullMarked;
