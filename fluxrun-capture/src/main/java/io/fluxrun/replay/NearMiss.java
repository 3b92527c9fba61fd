package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The recorded exchange that an unanswered request resembles most; shown, never served.
 *
 * @param alreadyServed whether it was the answer to an earlier request
 * @param differences empty when the requests are equal, and the exchange is used up or belongs to another lane
 */
record NearMiss(Exchange exchange, boolean alreadyServed, List<Difference> differences) {
    /** Looks at exchanges of the same boundary and origin only: anything else is no candidate for a typing error. */
    static @Nullable NearMiss find(
            List<Exchange> recorded, Set<Integer> served, RequestKeys keys, String lane, Request request) {
        NearMiss nearest = null;
        int nearestDistance = Integer.MAX_VALUE;
        for (var exchange : recorded) {
            if (!exchange.boundary().equals(request.boundary())) {
                continue;
            }
            var key = keys.of(exchange).key();
            if (!key.get("origin").equals(request.key().get("origin"))) {
                continue;
            }
            boolean alreadyServed = served.contains(exchange.n());
            var differences = Difference.between(key, request.key());
            int distance = distance(exchange, differences, alreadyServed, lane);
            if (distance < nearestDistance) {
                nearestDistance = distance;
                nearest = new NearMiss(exchange, alreadyServed, differences);
            }
        }
        return nearest;
    }

    private static int distance(Exchange exchange, List<Difference> differences, boolean alreadyServed, String lane) {
        int distance = 0;
        for (var difference : differences) {
            distance += 8 * (depth(difference) == 0 ? 4 : 1) + (difference.recorded() == Value.NULL ? 1 : 0);
        }
        return distance + (alreadyServed ? 4 : 0) + (exchange.lane().equals(lane) ? 0 : 1);
    }

    private static int depth(Difference difference) {
        return difference.field().contains(".") || difference.field().contains("[") ? 1 : 0;
    }
}
