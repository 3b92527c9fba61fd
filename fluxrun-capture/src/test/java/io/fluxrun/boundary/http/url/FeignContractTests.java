package io.fluxrun.boundary.http.url;

import feign.Client;
import feign.Feign;
import feign.Headers;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import feign.Retryer;
import io.fluxrun.boundary.http.ClientContract;
import io.fluxrun.boundary.http.Transcript;
import io.fluxrun.boundary.http.Way;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** OpenFeign on the client that it has of its own, which is {@code HttpURLConnection}. */
class FeignContractTests extends ClientContract {
    @Override
    protected Map<String, Way> ways() {
        return Map.of("OpenFeign", FeignContractTests::call);
    }

    private static void call(Way.Request request, Transcript transcript) throws Exception {
        int slash = request.url().indexOf('/', request.url().indexOf("://") + 3);
        var api = Feign.builder()
                .client(new Client.Default(
                        request.tls() == null ? null : request.tls().context().getSocketFactory(), null))
                .retryer(Retryer.NEVER_RETRY)
                .options(new Request.Options(
                        10, TimeUnit.SECONDS, request.timeout().toMillis(), TimeUnit.MILLISECONDS, true))
                .requestInterceptor(template -> transcript.add("intercepted " + template.method()))
                .target(Api.class, request.url().substring(0, slash));
        String path = request.url().substring(slash + 1);
        try (Response response = request.body() == null ? api.get(path) : api.post(path, request.body())) {
            transcript.add(response.status() + " " + response.reason() + " " + response.protocolVersion());
            transcript.add("headers " + new TreeMap<>(response.headers()));
            transcript.add(
                    response.body() == null
                            ? "no body"
                            : transcript.stream(response.body().asInputStream()));
        }
    }

    interface Api {
        @RequestLine("GET /{path}")
        Response get(@feign.Param("path") String path);

        @RequestLine("POST /{path}")
        @Headers("Content-Type: application/json")
        Response post(@feign.Param("path") String path, byte[] body);
    }
}
