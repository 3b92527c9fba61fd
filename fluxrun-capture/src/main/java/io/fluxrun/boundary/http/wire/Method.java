package io.fluxrun.boundary.http.wire;

import org.jspecify.annotations.Nullable;

/** A request's method. */
final class Method {
    private Method() {}

    /** @param request {@code null} as long as it is not known */
    static String of(@Nullable Head request) {
        return request == null
                ? ""
                : request.startLine().substring(0, request.startLine().indexOf(' '));
    }
}
