package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.Cut;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.run.Value;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All of a request but its body. Immutable once the request is sent.
 *
 * @param client the client's collection of the headers that it adds to the application's: copied when it is needed, since
 *     most runs are dropped
 */
record RequestHead(String method, URI uri, HttpHeaders application, Object client) {
    /** Copies the head of a request that the JDK's client is about to send. */
    static RequestHead of(HttpRequest request) throws Throwable {
        return new RequestHead(
                request.method(),
                request.uri(),
                request.headers(),
                JdkInternals.get().systemHeaders(request));
    }

    String operation() {
        return HttpText.operation(method, uri);
    }

    boolean isWrite() {
        return HttpText.isWrite(method);
    }

    /** @param cut why not all of the body is kept, {@code null} if it is */
    Value withBody(Value body, @Nullable Cut cut) {
        List<Value> headers = Stream.concat(
                        HttpText.headers(application).items().stream(),
                        HttpText.headers(JdkInternals.get().headers(client)).items().stream())
                .distinct()
                .toList();
        var fields = Value.fields()
                .put("method", method)
                .put("url", uri.toString())
                .put("headers", Value.list(headers))
                .put("body", body);
        return (cut == null ? fields : fields.put("truncated", cut.text())).build();
    }
}
