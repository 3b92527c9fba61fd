package com.example.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

@Entity
class OrderAttempt {

    @Id
    @GeneratedValue
    private Long id;

    private String orderId;
    private BigDecimal total;

    @Enumerated(EnumType.STRING)
    private Stock stock;

    private UUID correlationId;
    private Instant attemptedAt;

    protected OrderAttempt() {}

    OrderAttempt(String orderId, BigDecimal total, Stock stock, UUID correlationId, Instant attemptedAt) {
        this.orderId = orderId;
        this.total = total;
        this.stock = stock;
        this.correlationId = correlationId;
        this.attemptedAt = attemptedAt;
    }

    Long getId() {
        return id;
    }

    String getOrderId() {
        return orderId;
    }

    BigDecimal getTotal() {
        return total;
    }

    UUID getCorrelationId() {
        return correlationId;
    }

    Instant getAttemptedAt() {
        return attemptedAt;
    }
}
