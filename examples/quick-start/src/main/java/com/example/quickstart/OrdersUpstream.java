package com.example.quickstart;

import java.time.Duration;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** GET /orders/{id}: knows every order whose id starts with "ord_". */
final class OrdersUpstream extends Dispatcher {

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String id = request.getTarget().replaceFirst("^/orders/", "");
        if (!id.startsWith("ord_")) {
            return Json.answer(404, Duration.ZERO, "{\"error\":\"no such order\"}");
        }
        String order = """
                {"id":"%s","customerId":"cus_7","accessToken":"oat-5d2e8814cf","lines":[\
                {"sku":"sku_lamp","quantity":2},{"sku":"sku_bulb","quantity":6}]}""".formatted(id);
        return Json.answer(200, Outage.slowness(id, 180), order);
    }
}
