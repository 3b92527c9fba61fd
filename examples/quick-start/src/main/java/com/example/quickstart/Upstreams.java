package com.example.quickstart;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockWebServer;

/** The three services that orders-service calls, on loopback. */
final class Upstreams implements AutoCloseable {

    private final MockWebServer orders = serve(new OrdersUpstream());
    private final MockWebServer inventory = serve(new InventoryUpstream());
    private final MockWebServer payments = serve(new PaymentsUpstream());

    Map<String, String> environment() {
        return Map.of(
                "UPSTREAMS_ORDERS_URL", url(orders),
                "UPSTREAMS_INVENTORY_URL", url(inventory),
                "UPSTREAMS_PAYMENTS_URL", url(payments));
    }

    int paymentsAuthorised() {
        return payments.getRequestCount();
    }

    @Override
    public void close() {
        orders.close();
        inventory.close();
        payments.close();
    }

    private static MockWebServer serve(Dispatcher answers) {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(answers);
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new Unexpected("an upstream could not be started", e);
        }
        return server;
    }

    private static String url(MockWebServer server) {
        return "http://127.0.0.1:" + server.getPort();
    }
}
