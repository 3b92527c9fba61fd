/** Apache HttpClient 4.5 and 5, classic: a connection's bytes are copied and replayed, all above them is the client's. */
@NullMarked
package io.fluxrun.boundary.http.apache;

import org.jspecify.annotations.NullMarked;
