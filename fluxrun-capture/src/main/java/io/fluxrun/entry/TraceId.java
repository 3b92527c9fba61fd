package io.fluxrun.entry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id by which other systems know a request. */
final class TraceId {
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final int LONGEST = 128;

    private TraceId() {}

    /** Returns the W3C trace id, else the request id, {@code null} if the request has neither. */
    static @Nullable String of(@Nullable String traceparent, @Nullable String requestId) {
        if (traceparent != null) {
            var matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return requestId == null || requestId.isBlank() || requestId.length() > LONGEST ? null : requestId;
    }
}
