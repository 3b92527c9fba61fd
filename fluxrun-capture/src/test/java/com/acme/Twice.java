package com.acme;

import com.sun.net.httpserver.HttpServer;
import io.fluxrun.CaptureRun;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** An application that has FluxRun's library on its class path, and perhaps the agent beside it; its one run fails. */
public final class Twice {
    private Twice() {}

    public static void main(String[] arguments) throws Exception {
        for (var argument : arguments) {
            try {
                Class.forName(argument).getMethod("install").invoke(null);
            } catch (java.lang.reflect.InvocationTargetException refused) {
                System.out.println("refused: " + refused.getCause().getMessage());
            }
        }
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        try {
            order("http://127.0.0.1:" + server.getAddress().getPort() + "/stock");
        } catch (IllegalStateException expected) {
            System.out.println("failed as it should");
        } finally {
            server.stop(0);
        }
    }

    @CaptureRun
    static void order(String stock) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(stock)).build();
        int status = HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
        long at = System.currentTimeMillis();
        throw new IllegalStateException("out of stock: " + status + " at " + at);
    }
}
