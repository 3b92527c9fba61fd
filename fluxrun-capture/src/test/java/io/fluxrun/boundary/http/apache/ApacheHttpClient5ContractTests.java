package io.fluxrun.boundary.http.apache;

import io.fluxrun.boundary.http.ClientContract;
import io.fluxrun.boundary.http.Transcript;
import io.fluxrun.boundary.http.Way;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

public class ApacheHttpClient5ContractTests extends ClientContract {
    @Override
    protected Map<String, Way> ways() {
        return Map.of("HttpClient 5", ApacheHttpClient5ContractTests::call);
    }

    /** Trusts what the request says. */
    public static HttpClientConnectionManager connections(Way.Request request) {
        var builder = PoolingHttpClientConnectionManagerBuilder.create();
        return (request.tls() == null
                        ? builder
                        : builder.setTlsSocketStrategy(
                                new DefaultClientTlsStrategy(request.tls().context())))
                .build();
    }

    private static void call(Way.Request request, Transcript transcript) throws Exception {
        try (CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(connections(request))
                .addRequestInterceptorLast((sent, entity, context) -> transcript.add("intercepted " + sent))
                .addResponseInterceptorFirst((received, entity, context) -> transcript.add("intercepted " + received))
                .build()) {
            var sent = new HttpUriRequestBase(request.method(), java.net.URI.create(request.url()));
            sent.setConfig(RequestConfig.custom()
                    .setResponseTimeout(Timeout.of(request.timeout()))
                    .build());
            if (request.body() != null) {
                sent.setEntity(new ByteArrayEntity(request.body(), ContentType.APPLICATION_JSON));
            }
            var context = HttpClientContext.create();
            String read = client.execute(sent, context, response -> read(response, transcript));
            transcript.add(read);
            transcript.add("cookies " + context.getCookieStore().getCookies().size() + " redirects "
                    + context.getRedirectLocations().getAll());
        }
    }

    private static String read(ClassicHttpResponse response, Transcript transcript) throws IOException {
        transcript.add(response.getVersion() + " " + response.getCode() + " " + response.getReasonPhrase());
        transcript.add("headers " + Arrays.toString(response.getHeaders()));
        var entity = response.getEntity();
        transcript.add("entity "
                + (entity == null
                        ? "none"
                        : entity.getContentLength() + " " + entity.isChunked() + " " + entity.getContentEncoding()));
        return entity == null ? "no body" : transcript.stream(entity.getContent());
    }
}
