package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.Cut;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.run.Value;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** All of a response but its body. */
record ResponseHead(int statusCode, HttpClient.Version version, HttpHeaders headers)
        implements HttpResponse.ResponseInfo {
    static ResponseHead of(Value response) {
        return new ResponseHead(
                (int) response.get("status").asLong(),
                HttpText.version(response.get("protocol")),
                HttpText.headers(response.get("headers")));
    }

    /** @param cut why not all of the body is kept, {@code null} if it is */
    Value withBody(Value body, @Nullable Cut cut) {
        var fields = Value.fields()
                .put("status", statusCode)
                .put("protocol", HttpText.protocol(version))
                .put("headers", HttpText.headers(headers))
                .put("body", body);
        return (cut == null ? fields : fields.put("truncated", cut.text())).build();
    }
}
