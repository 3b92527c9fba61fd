package com.example.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class OrderJournal {

    private final OrderAttempts attempts;
    private final JdbcTemplate jdbc;

    OrderJournal(OrderAttempts attempts, JdbcTemplate jdbc) {
        this.attempts = attempts;
        this.jdbc = jdbc;
    }

    @Transactional
    public OrderAttempt record(Order order, Customer customer, BigDecimal total, Stock stock, UUID correlationId) {
        OrderAttempt attempt = attempts.save(new OrderAttempt(order.id(), total, stock, correlationId, Instant.now()));
        jdbc.update(
                "insert into order_audit (order_id, event, payment_token, correlation_id, recorded_at) values (?, ?, ?, ?, ?)",
                order.id(),
                "attempted with stock " + stock,
                customer.paymentToken(),
                correlationId,
                attempt.getAttemptedAt().atOffset(ZoneOffset.UTC));
        return attempt;
    }
}
