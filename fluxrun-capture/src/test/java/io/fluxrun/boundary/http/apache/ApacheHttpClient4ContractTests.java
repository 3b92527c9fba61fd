package io.fluxrun.boundary.http.apache;

import io.fluxrun.boundary.http.ClientContract;
import io.fluxrun.boundary.http.Transcript;
import io.fluxrun.boundary.http.Way;
import java.util.Arrays;
import java.util.Map;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.client.HttpClients;

class ApacheHttpClient4ContractTests extends ClientContract {
    @Override
    protected Map<String, Way> ways() {
        return Map.of("HttpClient 4.5", ApacheHttpClient4ContractTests::call);
    }

    private static void call(Way.Request request, Transcript transcript) throws Exception {
        try (var client = HttpClients.custom()
                .setSSLContext(request.tls() == null ? null : request.tls().context())
                .addInterceptorLast((org.apache.http.HttpRequestInterceptor)
                        (sent, context) -> transcript.add("intercepted " + sent))
                .addInterceptorFirst((org.apache.http.HttpResponseInterceptor)
                        (received, context) -> transcript.add("intercepted " + received))
                .build()) {
            var sent = RequestBuilder.create(request.method())
                    .setUri(request.url())
                    .setConfig(RequestConfig.custom()
                            .setSocketTimeout((int) request.timeout().toMillis())
                            .build());
            if (request.body() != null) {
                sent.setEntity(new ByteArrayEntity(request.body(), ContentType.APPLICATION_JSON));
            }
            var context = HttpClientContext.create();
            try (var response = client.execute(sent.build(), context)) {
                transcript.add(response.getStatusLine().toString());
                transcript.add("headers " + Arrays.toString(response.getAllHeaders()));
                var entity = response.getEntity();
                transcript.add("entity "
                        + (entity == null
                                ? "none"
                                : entity.getContentLength() + " " + entity.isChunked() + " "
                                        + entity.getContentEncoding()));
                transcript.add(entity == null ? "no body" : transcript.stream(entity.getContent()));
            }
            transcript.add("cookies " + context.getCookieStore().getCookies().size() + " redirects "
                    + context.getRedirectLocations());
        }
    }
}
