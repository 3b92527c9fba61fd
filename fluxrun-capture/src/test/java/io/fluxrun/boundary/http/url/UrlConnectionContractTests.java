package io.fluxrun.boundary.http.url;

import io.fluxrun.boundary.http.ClientContract;
import io.fluxrun.boundary.http.Transcript;
import io.fluxrun.boundary.http.Way;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;

class UrlConnectionContractTests extends ClientContract {
    @Override
    protected Map<String, Way> ways() {
        return Map.of("HttpURLConnection", UrlConnectionContractTests::call);
    }

    static void call(Way.Request request, Transcript transcript) throws Exception {
        var connection = (HttpURLConnection) URI.create(request.url()).toURL().openConnection();
        if (connection instanceof HttpsURLConnection secured && request.tls() != null) {
            secured.setSSLSocketFactory(request.tls().context().getSocketFactory());
        }
        connection.setReadTimeout((int) request.timeout().toMillis());
        connection.setRequestProperty("X-Mine", "yes");
        if (request.body() != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (var out = connection.getOutputStream()) {
                out.write(request.body());
            }
            transcript.add("sent");
        }
        transcript.add("status " + connection.getResponseCode() + " " + connection.getResponseMessage());
        transcript.add("url " + connection.getURL());
        transcript.add("headers " + connection.getHeaderFields());
        transcript.add("length " + connection.getContentLengthLong() + " type " + connection.getContentType());
        InputStream body = connection.getErrorStream();
        transcript.add(body == null ? "no error" : "error");
        transcript.add(transcript.stream(body == null ? connection.getInputStream() : body));
        transcript.add("again " + again(connection));
    }

    private static String again(HttpURLConnection connection) {
        try {
            return "code " + connection.getResponseCode()
                    + connection.getInputStream().read();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
