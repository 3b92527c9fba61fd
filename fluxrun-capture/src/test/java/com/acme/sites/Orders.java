package com.acme.sites;

import com.acme.OrderFailed;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.TokenExpiredException;
import io.fluxrun.CaptureRun;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A service before and after its repair. */
public final class Orders {
    private static final Algorithm KEY = Algorithm.HMAC256("no secret");
    private static final Random SHARED = new Random();

    private final boolean repaired;
    private final String token;

    public Orders(boolean repaired, Instant tokenEnds) {
        this.repaired = repaired;
        this.token = JWT.create().withExpiresAt(tokenEnds).sign(KEY);
    }

    @CaptureRun
    public void place() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            if (repaired) {
                log("a line that was not there " + correlation());
            }
            lines.add("id " + UUID.randomUUID());
            lines.add("at " + Instant.now());
            lines.add("discount " + SHARED.nextInt(100) + " of " + SHARED.nextInt(10_000));
        }
        lines.add("token " + token());
        throw new OrderFailed(String.join("\n", lines));
    }

    /** The repair draws below another bound. */
    @CaptureRun
    public void roll() {
        var drawn = new ArrayList<Integer>();
        for (int i = 0; i < 50; i++) {
            drawn.add(repaired ? SHARED.nextInt(5) : SHARED.nextInt(1_000_000) + 5);
        }
        throw new OrderFailed(drawn.toString());
    }

    private static List<String> log(String text) {
        return List.of(LocalDateTime.now() + " " + text + " " + Instant.now());
    }

    private static String correlation() {
        return UUID.randomUUID() + " " + SHARED.nextInt(100);
    }

    private String token() {
        try {
            JWT.require(KEY).build().verify(token);
            return "valid";
        } catch (TokenExpiredException e) {
            return "expired";
        }
    }
}
