package io.fluxrun.boundary.http.message;

import io.fluxrun.run.Value;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of HTTP messages as they stand in a fixture. */
public final class HttpText {
    /** The boundary's name in runs, fixtures and messages. */
    public static final String BOUNDARY = "http";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "CONNECT");

    private HttpText() {}

    public static boolean isWrite(String method) {
        return !READS.contains(method);
    }

    /** The operation leaves the query out: it may hold secrets, and it shows in every list of exchanges. */
    public static String operation(String method, URI uri) {
        return operation(method, uri.getRawPath());
    }

    public static String operation(String method, LenientUrl url) {
        return operation(method, url.path());
    }

    /** @param path without a query; {@code null} or empty: the root */
    public static String operation(String method, @Nullable String path) {
        return method + " " + (path == null || path.isEmpty() ? "/" : path);
    }

    /** Whether an answer with this status to this method has no body whatever its head says. */
    public static boolean hasNoBody(int status, String method) {
        return method.equals("HEAD")
                || status == 204
                || status == 304
                || (method.equals("CONNECT") && status / 100 == 2);
    }

    public static Value headers(HttpHeaders headers) {
        var pairs = new ArrayList<Value>();
        headers.map()
                .forEach((name, values) ->
                        values.forEach(value -> pairs.add(Value.list(List.of(Value.of(name), Value.of(value))))));
        return Value.list(pairs);
    }

    public static HttpHeaders headers(Value pairs) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Value pair : pairs.items()) {
            headers.computeIfAbsent(pair.items().get(0).requireText(), name -> new ArrayList<>())
                    .add(pair.items().get(1).requireText());
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    public static String protocol(HttpClient.Version version) {
        return version == HttpClient.Version.HTTP_1_1
                ? "HTTP/1.1"
                : version.name().replace('_', '/');
    }

    /** Returns the version of a protocol name; HTTP/1.1 for one that this JDK does not know. */
    public static HttpClient.Version version(Value protocol) {
        for (HttpClient.Version version : HttpClient.Version.values()) {
            if (protocol(version).equals(protocol.text())) {
                return version;
            }
        }
        return HttpClient.Version.HTTP_1_1;
    }
}
