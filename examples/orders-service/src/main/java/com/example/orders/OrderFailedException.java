package com.example.orders;

import java.time.Instant;

class OrderFailedException extends RuntimeException {

    private final transient OrderAttempt attempt;
    private final Instant failedAt;

    OrderFailedException(String message, OrderAttempt attempt, Instant failedAt) {
        super(message);
        this.attempt = attempt;
        this.failedAt = failedAt;
    }

    OrderAttempt attempt() {
        return attempt;
    }

    Instant failedAt() {
        return failedAt;
    }
}
