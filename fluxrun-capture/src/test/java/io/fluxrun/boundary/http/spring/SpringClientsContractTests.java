package io.fluxrun.boundary.http.spring;

import io.fluxrun.boundary.http.Cell;
import io.fluxrun.boundary.http.ClientContract;
import io.fluxrun.boundary.http.Transcript;
import io.fluxrun.boundary.http.Way;
import io.fluxrun.boundary.http.apache.ApacheHttpClient5ContractTests;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.HttpsURLConnection;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Spring's own blocking clients over each client that is recorded. */
class SpringClientsContractTests extends ClientContract {
    @Override
    protected Map<String, Way> ways() {
        var ways = new LinkedHashMap<String, Way>();
        Map<String, Factory> factories = new LinkedHashMap<>();
        factories.put("JDK", SpringClientsContractTests::jdk);
        factories.put("HttpURLConnection", SpringClientsContractTests::simple);
        factories.put("Apache", SpringClientsContractTests::apache);
        factories.forEach((name, factory) -> {
            ways.put("RestClient on " + name, (request, transcript) -> restClient(factory, request, transcript));
            ways.put("RestTemplate on " + name, (request, transcript) -> restTemplate(factory, request, transcript));
        });
        return ways;
    }

    @Override
    protected Map<String, Map<Cell, String>> notApplicable() {
        var race = Map.of(
                Cell.READ_TIMEOUT,
                "Spring cancels the JDK's call by a timer of its own: two live calls differ in what their message says");
        return Map.of("RestClient on JDK", race, "RestTemplate on JDK", race);
    }

    private static void restClient(Factory factory, Way.Request request, Transcript transcript) {
        var spec = RestClient.builder()
                .requestFactory(factory.of(request))
                .requestInterceptor((sent, body, execution) -> {
                    transcript.add("intercepted " + sent.getMethod() + " " + sent.getURI());
                    return execution.execute(sent, body);
                })
                .build()
                .method(HttpMethod.valueOf(request.method()))
                .uri(URI.create(request.url()));
        if (request.body() != null) {
            spec.contentType(MediaType.APPLICATION_JSON).body(request.body());
        }
        transcript.add(spec.exchange((sent, response) -> read(response, transcript)));
    }

    private static void restTemplate(Factory factory, Way.Request request, Transcript transcript) {
        var read = new RestTemplate(factory.of(request))
                .execute(
                        URI.create(request.url()),
                        HttpMethod.valueOf(request.method()),
                        sent -> {
                            if (request.body() != null) {
                                sent.getHeaders().setContentType(MediaType.APPLICATION_JSON);
                                sent.getBody().write(request.body());
                            }
                        },
                        response -> read(response, transcript));
        transcript.add(read);
    }

    private static String read(ClientHttpResponse response, Transcript transcript) throws IOException {
        transcript.add(response.getStatusCode() + " " + response.getStatusText());
        var headers = new TreeMap<String, Object>();
        response.getHeaders().forEach(headers::put);
        transcript.add("headers " + headers);
        return transcript.stream(response.getBody());
    }

    private static ClientHttpRequestFactory jdk(Way.Request request) {
        var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL);
        if (request.tls() != null) {
            client.sslContext(request.tls().context());
        }
        var factory = new JdkClientHttpRequestFactory(client.build());
        factory.setReadTimeout(request.timeout());
        return factory;
    }

    private static ClientHttpRequestFactory simple(Way.Request request) {
        var factory = new SimpleClientHttpRequestFactory() {
            @Override
            protected void prepareConnection(HttpURLConnection connection, String method) throws IOException {
                super.prepareConnection(connection, method);
                if (connection instanceof HttpsURLConnection secured && request.tls() != null) {
                    secured.setSSLSocketFactory(request.tls().context().getSocketFactory());
                }
            }
        };
        factory.setReadTimeout(request.timeout());
        return factory;
    }

    private static ClientHttpRequestFactory apache(Way.Request request) {
        return new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
                .setConnectionManager(ApacheHttpClient5ContractTests.connections(request))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(request.timeout()))
                        .build())
                .build());
    }

    private interface Factory {
        ClientHttpRequestFactory of(Way.Request request);
    }
}
