package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.Members;
import io.fluxrun.run.Value;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** OkHttp's and Okio's types in the application's class loader. */
final class OkTypes {
    private final ClassLoader loader;

    private OkTypes(ClassLoader loader) {
        this.loader = loader;
    }

    /** @param object of OkHttp's */
    static OkTypes of(Object object) {
        return new OkTypes(Objects.requireNonNull(object.getClass().getClassLoader()));
    }

    Object buffer() throws Throwable {
        return create("okio.Buffer");
    }

    Object response(OkRequest request, Value recorded, InputStream body, long atMillis) throws Throwable {
        int code = (int) recorded.get("status").asLong();
        String reason = recorded.get("reason").text();
        Object builder = create("okhttp3.Response$Builder");
        Members.call(builder, "request", request.request());
        Members.call(
                builder,
                "protocol",
                call("okhttp3.Protocol", "get", OkResponse.protocolName(recorded.get("protocol"))));
        Members.call(builder, "code", code);
        Members.call(builder, "message", reason == null ? "" : reason);
        Members.call(builder, "headers", headers(recorded));
        Members.call(builder, "sentRequestAtMillis", atMillis);
        Members.call(builder, "receivedResponseAtMillis", atMillis);
        Members.call(builder, "body", body(recorded, code, request.method(), body));
        return Objects.requireNonNull(Members.call(builder, "build"));
    }

    private Object headers(Value recorded) throws Throwable {
        Object headers = create("okhttp3.Headers$Builder");
        for (Value pair : recorded.get("headers").items()) {
            String name = pair.items().get(0).requireText();
            if (!name.startsWith(":")) {
                Members.call(
                        headers, "addUnsafeNonAscii", name, pair.items().get(1).requireText());
            }
        }
        return Objects.requireNonNull(Members.call(headers, "build"));
    }

    private Object body(Value recorded, int code, String method, InputStream body) throws Throwable {
        Object source = call("okio.Okio", "buffer", call("okio.Okio", "source", body));
        long length = HttpText.hasNoBody(code, method) ? 0 : length(recorded);
        return create("okhttp3.internal.http.RealResponseBody", header(recorded, "Content-Type"), length, source);
    }

    private static long length(Value recorded) {
        String length = header(recorded, "Content-Length");
        try {
            return length == null || header(recorded, "Transfer-Encoding") != null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private static @Nullable String header(Value recorded, String name) {
        String last = null;
        for (Value pair : recorded.get("headers").items()) {
            if (name.equalsIgnoreCase(pair.items().get(0).text())) {
                last = pair.items().get(1).text();
            }
        }
        return last;
    }

    private Object create(String type, @Nullable Object... arguments) throws Throwable {
        return Members.create(Class.forName(type, true, loader), arguments);
    }

    private Object call(String type, String method, @Nullable Object argument) throws Throwable {
        return Objects.requireNonNull(Members.callStatic(Class.forName(type, true, loader), method, argument));
    }
}
