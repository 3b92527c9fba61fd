package io.fluxrun.boundary.http;

import io.fluxrun.boundary.http.message.LenientUrl;
import io.fluxrun.replay.RequestKey;
import io.fluxrun.run.Value;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Two HTTP requests are the same when method, origin, path, query and body are. Parameters count as a multiset of decoded
 * pairs, JSON by what it says and not by how it is written, any other body by its bytes. Headers do not count.
 */
public final class HttpKey implements RequestKey {
    @Override
    public String boundary() {
        return HttpBoundary.NAME;
    }

    @Override
    public Value key(Value request) {
        var url = LenientUrl.of(request.get("url").requireText());
        return Value.fields()
                .put("method", request.get("method"))
                .put("origin", origin(url))
                .put("path", url.path().isEmpty() ? "/" : url.path())
                .put("query", Parameters.of(url.query()))
                .put("body", body(request))
                .putUnlessNull("sent", request.get("sent"))
                .build();
    }

    private static String origin(LenientUrl url) {
        String scheme = url.scheme().toLowerCase(Locale.ROOT);
        String host = url.host().toLowerCase(Locale.ROOT);
        int port = url.port() >= 0 ? url.port() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + host + ":" + port;
    }

    private static Value body(Value request) {
        Value body = request.get("body");
        byte[] bytes = body.bytes();
        if (bytes == null) {
            return body;
        }
        if (isForm(request)) {
            return Parameters.of(new String(bytes, StandardCharsets.UTF_8));
        }
        Value json = JsonBody.parse(bytes);
        return json == null ? body : json;
    }

    private static boolean isForm(Value request) {
        for (Value header : request.get("headers").items()) {
            if ("content-type".equalsIgnoreCase(header.items().get(0).text())) {
                return String.valueOf(header.items().get(1).text())
                        .toLowerCase(Locale.ROOT)
                        .startsWith("application/x-www-form-urlencoded");
            }
        }
        return false;
    }
}
