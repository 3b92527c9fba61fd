package io.fluxrun.boundary.http.wire;

import io.fluxrun.boundary.http.message.Cut;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.LenientUrl;
import io.fluxrun.run.Value;
import org.jspecify.annotations.Nullable;

/** Messages as they stand in a fixture. */
final class WireText {
    private WireText() {}

    static String operation(Head request, String origin) {
        return HttpText.operation(Method.of(request), LenientUrl.of(url(request, origin)));
    }

    /** Through a proxy the request itself names the origin. */
    static String url(Head request, String origin) {
        String line = request.startLine();
        String target = line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
        return target.startsWith("/") || target.equals("*")
                ? origin + target
                : target.contains("://") ? target : origin;
    }

    /** @param cut why not all of the body is kept, {@code null} if it is */
    static Value request(Head request, String origin, Value body, @Nullable Cut cut) {
        var fields = Value.fields()
                .put("method", Method.of(request))
                .put("url", url(request, origin))
                .put("headers", request.headers())
                .put("body", body);
        return (cut == null ? fields : fields.put("truncated", cut.text())).build();
    }

    /** @param cut why not all of the body is there, {@code null} if it is or the connection broke */
    static Value response(MessageReader response, Value body, @Nullable Cut cut) {
        var fields = Value.fields();
        Head head = response.head();
        if (head == null) {
            fields.put("malformed", Value.of(true)).put("body", body);
        } else {
            var line = MessageReader.STATUS_LINE.matcher(head.startLine());
            if (!line.matches()) {
                throw new IllegalStateException(head.startLine());
            }
            fields.put("status", Long.parseLong(line.group(2))).put("protocol", line.group(1));
            if (line.group(3) != null) {
                fields.put("reason", line.group(3));
            }
            fields.put("headers", head.headers()).put("body", body);
            fields.putUnlessNull("chunks", chunks(response));
            if (!response.trailers().isEmpty()) {
                fields.put("trailers", Head.pairs(response.trailers()));
            }
            if (response.rest().length > 0) {
                fields.put("rest", Value.of(response.rest()));
            }
        }
        return (cut == null ? fields : fields.put("truncated", cut.text())).build();
    }

    /** One whole chunk says nothing; where a body broke off, it says how long it was to be. */
    private static Value chunks(MessageReader response) {
        boolean told = response.chunks().size() > (response.isComplete() ? 1 : 0);
        return told ? Value.list(response.chunks(), Value::of) : Value.NULL;
    }
}
