package com.example.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class Pricing {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JdbcTemplate jdbc;

    Pricing(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    BigDecimal totalOf(Order order, Customer customer) {
        BigDecimal discount = customer.discount();
        BigDecimal gross = order.lines().stream().map(this::priceOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        return gross.multiply(HUNDRED.subtract(discount)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    private BigDecimal priceOf(Order.Line line) {
        return jdbc.queryForObject("select amount from price where sku = ?", BigDecimal.class, line.sku())
                .multiply(BigDecimal.valueOf(line.quantity()));
    }
}
