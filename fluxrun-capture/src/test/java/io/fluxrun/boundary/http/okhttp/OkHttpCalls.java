package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.Transcript;
import io.fluxrun.boundary.http.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Calls that any generation of OkHttp can make: loaded with the one that is under test. */
public final class OkHttpCalls {
    private OkHttpCalls() {}

    public static Map<String, Way> ways() {
        var ways = new LinkedHashMap<String, Way>();
        ways.put("execute", OkHttpCalls::execute);
        ways.put("enqueue", OkHttpCalls::enqueue);
        return ways;
    }

    private static void execute(Way.Request request, Transcript transcript) throws IOException {
        try (Response response =
                client(request, transcript).newCall(built(request)).execute()) {
            read(response, transcript);
        }
    }

    private static void enqueue(Way.Request request, Transcript transcript) throws Exception {
        var client = client(request, transcript);
        var done = new CompletableFuture<Void>();
        client.newCall(built(request)).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                done.completeExceptionally(e);
            }

            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    read(response, transcript);
                    done.complete(null);
                } catch (IOException | RuntimeException e) {
                    done.completeExceptionally(e);
                }
            }
        });
        try {
            done.get();
        } catch (ExecutionException e) {
            transcript.thrown(e);
        } finally {
            client.dispatcher().executorService().shutdown();
        }
    }

    static OkHttpClient client(Way.Request request, Transcript transcript) {
        var builder = new OkHttpClient.Builder()
                .readTimeout(request.timeout())
                .socketFactory(new PatientSockets())
                .addInterceptor(chain -> intercepted("application", chain, transcript))
                .addNetworkInterceptor(chain -> intercepted("network", chain, transcript));
        if (request.tls() != null) {
            builder.sslSocketFactory(
                    request.tls().context().getSocketFactory(), request.tls().trust());
        }
        return builder.build();
    }

    private static Response intercepted(String which, okhttp3.Interceptor.Chain chain, Transcript transcript)
            throws IOException {
        transcript.add(which + " " + chain.request().method() + " "
                + chain.request().url() + " " + chain.request().headers());
        Response response = chain.proceed(chain.request());
        transcript.add(which + " " + response);
        return response;
    }

    private static Request built(Way.Request request) {
        var builder = new Request.Builder().url(request.url()).header("X-Mine", "yes");
        return request.body() == null
                ? builder.build()
                : builder.post(json(request.body())).build();
    }

    static RequestBody json(byte[] body) {
        return RequestBody.create(body, MediaType.get("application/json"));
    }

    private static void read(Response response, Transcript transcript) throws IOException {
        transcript.add(response + " " + response.message());
        transcript.add("headers " + response.headers());
        transcript.add("network " + response.networkResponse() + " prior " + response.priorResponse());
        var body = response.body();
        transcript.add("body " + body.contentType() + " " + body.contentLength());
        transcript.add(transcript.stream(body.byteStream()));
    }

    /** Two clocks run against each other, the socket's and Okio's, and what the failure says depends on which is first. */
    private static final class PatientSockets extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public synchronized void setSoTimeout(int timeout) {}
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
