package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.ClientContract;
import io.fluxrun.boundary.http.Way;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Every body handler and publisher: {@link JdkClientContractTests}. */
class JdkContractTests extends ClientContract {

    @Override
    protected Map<String, Way> ways() {
        return Map.of(
                "HttpClient.send",
                call((client, request) -> client.send(request, BodyHandlers.ofInputStream())),
                "HttpClient.sendAsync",
                call((client, request) ->
                        client.sendAsync(request, BodyHandlers.ofInputStream()).get()),
                "HttpClient.sendAsync, read in a stage",
                call((client, request) -> client.sendAsync(request, BodyHandlers.ofInputStream())
                        .thenApply(response -> response)
                        .join()));
    }

    private static Way call(Sending sending) {
        return (request, transcript) -> {
            var builder = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL);
            if (request.tls() != null) {
                builder.sslContext(request.tls().context());
            }
            var client = builder.build();
            var built = built(request);
            HttpResponse<InputStream> response;
            try {
                response = sending.send(client, built);
            } catch (ExecutionException e) {
                transcript.thrown(e);
                return;
            }
            transcript.response(response, built);
        };
    }

    private static HttpRequest built(Way.Request request) {
        var builder = HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(request.timeout())
                .header("X-Mine", "yes");
        return request.body() == null
                ? builder.build()
                : builder.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(request.body()))
                        .build();
    }

    private interface Sending {
        HttpResponse<InputStream> send(HttpClient client, HttpRequest request) throws Exception;
    }
}
