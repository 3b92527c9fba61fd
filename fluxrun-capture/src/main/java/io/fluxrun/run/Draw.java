package io.fluxrun.run;

import java.util.List;

/**
 * The values one call site took from a random source, in order.
 *
 * @param api what was called with its bound: {@code java.util.UUID.randomUUID()}, {@code Random.nextInt(10)}
 * @param site calling class and method
 */
public record Draw(String lane, String api, String site, List<Value> values) {
    public Draw {
        values = List.copyOf(values);
    }
}
