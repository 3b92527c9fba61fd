package com.example.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderAnswer(
        String status,
        String orderId,
        Long attemptId,
        BigDecimal total,
        String authorisationId,
        UUID correlationId,
        Instant answeredAt) {

    static OrderAnswer paid(String authorisationId, OrderAttempt attempt, Instant now) {
        return of("paid", authorisationId, attempt, now);
    }

    static OrderAnswer accepted(String reason, OrderAttempt attempt, Instant now) {
        return of("accepted-" + reason, null, attempt, now);
    }

    boolean paid() {
        return authorisationId != null;
    }

    private static OrderAnswer of(String status, String authorisationId, OrderAttempt attempt, Instant now) {
        return new OrderAnswer(
                status,
                attempt.getOrderId(),
                attempt.getId(),
                attempt.getTotal(),
                authorisationId,
                attempt.getCorrelationId(),
                now);
    }
}
