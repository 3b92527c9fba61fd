package com.example.orders;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class ServiceTokens {

    private static final String ISSUER = "orders-service";
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Algorithm algorithm;

    ServiceTokens(@Value("${ORDERS_TOKEN_SECRET}") String secret) {
        this.algorithm = Algorithm.HMAC256(secret);
    }

    String mint(String audience) {
        Instant now = Instant.now();
        String token = JWT.create()
                .withIssuer(ISSUER)
                .withAudience(audience)
                .withIssuedAt(now)
                .withExpiresAt(now.plus(LIFETIME))
                .sign(algorithm);
        return JWT.require(algorithm)
                .withIssuer(ISSUER)
                .withAudience(audience)
                .build()
                .verify(token)
                .getToken();
    }
}
