/** OkHttp 4 and 5: attempts are recorded and answered at the last interceptor, below redirects, cache and network ones. */
@NullMarked
package io.fluxrun.boundary.http.okhttp;

import org.jspecify.annotations.NullMarked;
