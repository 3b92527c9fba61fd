package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.LenientUrl;
import io.fluxrun.boundary.http.message.Members;
import io.fluxrun.run.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The request of an interceptor's chain, as it goes out.
 *
 * @param call the {@code okhttp3.Call} that it is made for
 * @param request the {@code okhttp3.Request}, immutable
 */
record OkRequest(Object call, Object request, String method, String url) {
    static OkRequest of(Object chain) throws Throwable {
        Object request = get(chain, "request");
        return new OkRequest(
                get(chain, "call"),
                request,
                get(request, "method").toString(),
                get(request, "url").toString());
    }

    String operation() {
        return HttpText.operation(method, LenientUrl.of(url));
    }

    /** Returns the {@code okhttp3.RequestBody}, {@code null} if there is none. */
    @Nullable
    Object body() throws Throwable {
        return Members.call(request, "body");
    }

    Value withBody(Value body) throws Throwable {
        return Value.fields()
                .put("method", method)
                .put("url", url)
                .put("headers", headers(get(request, "headers")))
                .put("body", body)
                .build();
    }

    static Value headers(Object headers) throws Throwable {
        var pairs = new ArrayList<Value>();
        for (int i = 0; i < (int) get(headers, "size"); i++) {
            pairs.add(Value.list(List.of(Value.of((String) Members.call(headers, "name", i)), Value.of((String)
                    Members.call(headers, "value", i)))));
        }
        return Value.list(pairs);
    }

    static Object get(Object target, String getter) throws Throwable {
        return Objects.requireNonNull(Members.call(target, getter), getter);
    }
}
