/** JDBC, recorded on the driver's own classes and replayed by a virtual driver. */
@NullMarked
package io.fluxrun.boundary.jdbc;

import org.jspecify.annotations.NullMarked;
