package com.acme;

import io.fluxrun.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An application's class: reads the clock, draws, reads the environment, and calls the outside world for real. */
public class Checkout {
    /** Where the stock is asked; nothing but the recording may answer there. */
    public static final String STOCK = "http://stock.shop.example:8081/check";

    private final HttpClient http = HttpClient.newHttpClient();

    /** Fails while the stock cannot be asked: the recorded bug. */
    public String place(String order) throws IOException, InterruptedException {
        var at = Instant.now();
        var id = UUID.randomUUID();
        int stock = ask(STOCK);
        if (stock == 503) {
            throw new IllegalStateException("no stock for " + order + " at " + at + " in " + System.getenv("REGION"));
        }
        return order + " " + id;
    }

    protected int ask(String uri) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(uri)).build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    /** The repair. */
    public static final class Repaired extends Checkout {
        private static final Logger LOG = Logger.getLogger("com.acme.Checkout");

        static {
            LOG.setUseParentHandlers(false);
        }

        @Override
        @Span(name = "repaired place")
        public String place(String order) throws IOException, InterruptedException {
            var at = Instant.now();
            LOG.log(Level.INFO, "placing {0}", order);
            return ask(STOCK) == 503 ? "pending since " + at : order;
        }
    }

    /** Swallows what it is told, tries again, and tries in the background. */
    public static final class Stubborn extends Checkout {
        private final String elsewhere;

        public Stubborn(String elsewhere) {
            this.elsewhere = elsewhere;
        }

        @Override
        public String place(String order) throws IOException, InterruptedException {
            ask(STOCK);
            for (int i = 0; i < 3; i++) {
                quietly();
            }
            CompletableFuture.runAsync(this::quietly).join();
            return "fine";
        }

        private void quietly() {
            try {
                ask(elsewhere);
            } catch (Throwable swallowed) {
                return;
            }
        }
    }
}
