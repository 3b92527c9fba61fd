package com.example.quickstart;

import java.time.Duration;

/** The orders that meet an inventory outage: ord_01, slowly, and any ord_outage_*, at once. */
final class Outage {

    static final String ORDER = "ord_01";

    private Outage() {}

    static boolean strikes(String orderId) {
        return orderId.equals(ORDER) || orderId.startsWith("ord_outage_");
    }

    static Duration slowness(String orderId, long millis) {
        return orderId.equals(ORDER) ? Duration.ofMillis(millis) : Duration.ZERO;
    }
}
