package com.example.orders;

import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class OrderErrors {

    record Failure(String orderId, Long attemptId, UUID correlationId, Instant failedAt, String message) {}

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    Failure orderFailed(OrderFailedException e) {
        OrderAttempt attempt = e.attempt();
        return new Failure(
                attempt.getOrderId(), attempt.getId(), attempt.getCorrelationId(), e.failedAt(), e.getMessage());
    }
}
