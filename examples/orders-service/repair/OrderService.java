package com.example.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
class OrderService {

    private final OrdersClient orders;
    private final InventoryClient inventory;
    private final PaymentsClient payments;
    private final CustomerDirectory customers;
    private final Pricing pricing;
    private final OrderJournal journal;

    OrderService(
            OrdersClient orders,
            InventoryClient inventory,
            PaymentsClient payments,
            CustomerDirectory customers,
            Pricing pricing,
            OrderJournal journal) {
        this.orders = orders;
        this.inventory = inventory;
        this.payments = payments;
        this.customers = customers;
        this.pricing = pricing;
        this.journal = journal;
    }

    OrderAnswer place(String orderId) {
        UUID correlationId = UUID.randomUUID();
        Order order = orders.find(orderId);
        Customer customer = customers.find(order.customerId());
        BigDecimal total = pricing.totalOf(order, customer);
        Stock stock = inventory.check(order);
        OrderAttempt attempt = journal.record(order, customer, total, stock, correlationId);

        if (stock == Stock.SHORT) {
            return OrderAnswer.accepted("backordered", attempt, Instant.now());
        }
        if (stock == Stock.UNAVAILABLE) {
            return OrderAnswer.accepted("pending-stock", attempt, Instant.now());
        }
        String authorisationId = payments.authorise(attempt, customer);
        return OrderAnswer.paid(authorisationId, attempt, Instant.now());
    }
}
