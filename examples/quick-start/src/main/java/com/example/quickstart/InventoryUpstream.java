package com.example.quickstart;

import java.time.Duration;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** POST /stock/check: has everything in stock, except during an outage. */
final class InventoryUpstream extends Dispatcher {

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String orderId = Json.orderIdIn(request);
        if (Outage.strikes(orderId)) {
            String error = "{\"error\":\"warehouse database is down\",\"retryAfterSeconds\":30}";
            return Json.answer(503, Outage.slowness(orderId, 670), error);
        }
        return Json.answer(200, Duration.ZERO, "{\"available\":true}");
    }
}
