package com.acme;

import io.fluxrun.CaptureRun;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** An application whose one run asks through a client, and fails. */
public final class HttpCalls {
    private HttpCalls() {}

    /** The clients that it can ask through. */
    public enum Client {
        JDK {
            @Override
            String get(String url) throws Exception {
                var response = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
                return response.statusCode() + " " + response.body();
            }
        },
        URL_CONNECTION {
            @Override
            String get(String url) throws Exception {
                var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
                try (var in = connection.getInputStream()) {
                    return connection.getResponseCode() + " " + new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        },
        APACHE_5 {
            @Override
            String get(String url) throws Exception {
                try (var client = HttpClients.createDefault()) {
                    return client.execute(
                            new HttpGet(url),
                            response -> response.getCode() + " " + EntityUtils.toString(response.getEntity()));
                }
            }
        },
        APACHE_4 {
            @Override
            String get(String url) throws Exception {
                try (var client = org.apache.http.impl.client.HttpClients.createDefault();
                        var response = client.execute(new org.apache.http.client.methods.HttpGet(url))) {
                    return response.getStatusLine().getStatusCode() + " "
                            + org.apache.http.util.EntityUtils.toString(response.getEntity());
                }
            }
        },
        OK_HTTP {
            @Override
            String get(String url) throws Exception {
                try (var response = new OkHttpClient()
                        .newCall(new Request.Builder().url(url).build())
                        .execute()) {
                    return response.code() + " " + response.body().string();
                }
            }
        };

        abstract String get(String url) throws Exception;
    }

    public static void main(String[] arguments) {
        try {
            order(Client.valueOf(arguments[0]), arguments[1]);
        } catch (Exception expected) {
            System.out.println(expected.getMessage());
        }
    }

    @CaptureRun
    static void order(Client client, String url) throws Exception {
        throw new IllegalStateException(ask(client, url));
    }

    /** Follows a redirect, on the way. */
    public static String ask(Client client, String url) throws Exception {
        return client.get(url + "/stock") + ", " + client.get(url + "/moved");
    }
}
