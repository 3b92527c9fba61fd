package com.example.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;

@Component
class PaymentsClient {

    private final RestClient client;
    private final ServiceTokens tokens;
    private final String region;

    PaymentsClient(
            RestClient.Builder builder,
            ServiceTokens tokens,
            @Value("${upstreams.payments.url}") String url,
            @Value("${PAYMENT_API_KEY}") String apiKey,
            @Value("${ORDERS_REGION:eu-1}") String region) {
        this.client = builder.baseUrl(url).defaultHeader("X-Api-Key", apiKey).build();
        this.tokens = tokens;
        this.region = region;
    }

    String authorise(OrderAttempt attempt, Customer customer) {
        Charge charge = new Charge(
                attempt.getOrderId(),
                attempt.getId(),
                attempt.getTotal(),
                customer.paymentToken(),
                region,
                UUID.randomUUID());
        try {
            return client.post()
                    .uri("/authorize")
                    .headers(headers -> headers.setBearerAuth(tokens.mint("payments")))
                    .body(charge)
                    .retrieve()
                    .body(Authorisation.class)
                    .authorisationId();
        } catch (HttpServerErrorException e) {
            throw new OrderFailedException("payments unavailable", attempt, Instant.now());
        }
    }

    record Charge(
            String orderId, Long attemptId, BigDecimal amount, String paymentToken, String region, UUID idempotencyKey) {}

    record Authorisation(String authorisationId) {}
}
