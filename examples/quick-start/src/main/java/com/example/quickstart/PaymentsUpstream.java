package com.example.quickstart;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** POST /authorize: authorises whatever it is asked to. */
final class PaymentsUpstream extends Dispatcher {

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String orderId = Json.orderIdIn(request);
        String authorisation = "{\"authorisationId\":\"auth_%s\"}".formatted(orderId);
        return Json.answer(201, Outage.slowness(orderId, 200), authorisation);
    }
}
