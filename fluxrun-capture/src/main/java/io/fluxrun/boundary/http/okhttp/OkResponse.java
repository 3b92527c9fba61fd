package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.run.Value;
import java.util.Locale;

/** The head of an {@code okhttp3.Response} as it stands in a fixture. */
final class OkResponse {
    private OkResponse() {}

    static void answered(OkAttempt attempt, Object response, String method) {
        try {
            int code = (int) OkRequest.get(response, "code");
            attempt.answered(head(response, code), HttpText.hasNoBody(code, method));
        } catch (Throwable e) {
            throw new IllegalStateException("a getter of " + response.getClass().getName() + " failed", e);
        }
    }

    private static Value head(Object response, int code) throws Throwable {
        var fields = Value.fields()
                .put("status", code)
                .put("protocol", protocol(OkRequest.get(response, "protocol").toString()));
        String message = OkRequest.get(response, "message").toString();
        return (message.isEmpty() ? fields : fields.put("reason", message))
                .put("headers", OkRequest.headers(OkRequest.get(response, "headers")))
                .build();
    }

    private static String protocol(String name) {
        return name.startsWith("h2") ? "HTTP/2" : name.toUpperCase(Locale.ROOT);
    }

    /** Returns the name of OkHttp's protocol. */
    static String protocolName(Value recorded) {
        return "HTTP/2".equals(recorded.text()) ? "h2" : "HTTP/1.0".equals(recorded.text()) ? "http/1.0" : "http/1.1";
    }
}
