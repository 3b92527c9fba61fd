package io.fluxrun.run;

import java.util.List;

/**
 * The values one call site took from a clock or the environment, in order.
 *
 * @param api what was called: {@code java.time.Instant.now()}
 * @param site calling class and method, {@code com.acme.Orders#place}
 */
public record Reading(String lane, String api, String site, List<Value> values) {
    public Reading {
        values = List.copyOf(values);
    }
}
