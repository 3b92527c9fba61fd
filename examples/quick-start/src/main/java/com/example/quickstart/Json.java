package com.example.quickstart;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

final class Json {

    private static final Pattern ORDER_ID = Pattern.compile("\"orderId\"\\s*:\\s*\"([^\"]+)\"");

    private Json() {}

    static MockResponse answer(int status, Duration delay, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .headersDelay(delay.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    static String orderIdIn(RecordedRequest request) {
        Matcher orderId = ORDER_ID.matcher(
                request.getBody() == null ? "" : request.getBody().utf8());
        return orderId.find() ? orderId.group(1) : "";
    }
}
