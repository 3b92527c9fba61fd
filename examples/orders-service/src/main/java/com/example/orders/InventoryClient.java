package com.example.orders;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;

@Component
class InventoryClient {

    private static final Logger log = LoggerFactory.getLogger(InventoryClient.class);

    private final RestClient client;

    InventoryClient(RestClient.Builder builder, @Value("${upstreams.inventory.url}") String url) {
        this.client = builder.baseUrl(url).build();
    }

    Stock check(Order order) {
        try {
            StockAnswer answer = client.post()
                    .uri("/stock/check")
                    .body(new StockQuestion(order.id(), order.lines()))
                    .retrieve()
                    .body(StockAnswer.class);
            return answer.available() ? Stock.AVAILABLE : Stock.SHORT;
        } catch (HttpServerErrorException.ServiceUnavailable e) {
            log.warn("Inventory is unavailable for order {}: {}", order.id(), e.getMessage());
            return Stock.UNAVAILABLE;
        }
    }

    record StockQuestion(String orderId, List<Order.Line> lines) {}

    record StockAnswer(boolean available) {}
}
