package com.example.orders;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

@Component
class OrdersClient {

    private final RestClient client;

    OrdersClient(RestClient.Builder builder, @Value("${upstreams.orders.url}") String url) {
        this.client = builder.baseUrl(url).build();
    }

    Order find(String orderId) {
        try {
            return client.get().uri("/orders/{id}", orderId).retrieve().body(Order.class);
        } catch (HttpClientErrorException.NotFound e) {
            throw new UnknownOrderException(orderId);
        }
    }
}
