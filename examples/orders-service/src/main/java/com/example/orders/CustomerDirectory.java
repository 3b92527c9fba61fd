package com.example.orders;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class CustomerDirectory {

    private final JdbcTemplate jdbc;

    CustomerDirectory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Cacheable("customers")
    public Customer find(String customerId) {
        return jdbc.queryForObject(
                "select id, name, discount, payment_token from customer where id = ?",
                (row, n) -> new Customer(
                        row.getString("id"),
                        row.getString("name"),
                        row.getBigDecimal("discount"),
                        row.getString("payment_token")),
                customerId);
    }
}
