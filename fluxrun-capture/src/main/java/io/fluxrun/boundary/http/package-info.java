/** HTTP as a boundary: what is intercepted in which client, a package for each, and when two requests are the same. */
@NullMarked
package io.fluxrun.boundary.http;

import org.jspecify.annotations.NullMarked;
