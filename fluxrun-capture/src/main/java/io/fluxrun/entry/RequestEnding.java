package io.fluxrun.entry;

import io.fluxrun.record.Ending;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a request ended; what is asked here is read from Tomcat's objects before it recycles them. */
record RequestEnding(RecordedRequest entry, Tomcat tomcat, Object request) implements Ending {
    @Override
    public int status() {
        return tomcat.status(tomcat.response(request));
    }

    @Override
    public @Nullable Throwable error() {
        return entry.error();
    }

    @Override
    public @Nullable String header(String name) {
        return tomcat.requestHeader(request, name);
    }

    @Override
    public String route() {
        return entry.method() + " " + entry.path();
    }

    @Override
    public Captured capture() {
        int status = status();
        var requestHeaders = tomcat.requestHeaders(request);
        var responseHeaders = tomcat.responseHeaders(tomcat.response(request));
        return new Captured(
                () -> new Entry(Entry.Kind.HTTP, route(), request(requestHeaders)),
                () -> result(status, responseHeaders),
                TraceId.of(header("traceparent"), header("X-Request-ID")),
                unread());
    }

    private List<String> unread() {
        long announced = tomcat.contentLength(request);
        var body = entry.requestBody();
        return body.complete() && announced > body.size()
                ? List.of("the application read " + body.size() + " of the request body's " + announced
                        + " bytes; a replay sends those")
                : List.of();
    }

    private Value request(List<List<String>> headers) {
        Value body = entry.requestBody().value();
        return Value.fields()
                .put("method", entry.method())
                .put("target", entry.target())
                .put("headers", encoded(headers))
                .put("body", entry.requestBody().size() == 0 ? Value.NULL : body)
                .build();
    }

    private Value result(int status, List<List<String>> headers) {
        boolean none = entry.method().equals("HEAD") || status == 204 || status == 304;
        return Value.fields()
                .put("status", status)
                .put("headers", encoded(headers))
                .put("body", none ? Value.of(new byte[0]) : entry.responseBody().value())
                .build();
    }

    private static Value encoded(List<List<String>> headers) {
        return Value.list(headers, header -> Value.list(header, Value::of));
    }
}
