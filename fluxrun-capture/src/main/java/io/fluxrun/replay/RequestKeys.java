package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys of all boundaries, without what is tolerated. */
final class RequestKeys {
    private final Map<String, RequestKey> byBoundary;

    private final Tolerances tolerances;

    RequestKeys(List<RequestKey> keys, Tolerances tolerances) {
        this.tolerances = tolerances;
        byBoundary = keys.stream().collect(Collectors.toUnmodifiableMap(RequestKey::boundary, key -> key));
    }

    /** Returns what a replay asks. */
    Request of(String boundary, String operation, Value request) {
        return of(boundary, operation, request, true);
    }

    /** Returns what a person has declared. */
    Request declared(String boundary, String operation, Value request) {
        return of(boundary, operation, request, false);
    }

    private Request of(String boundary, String operation, Value request, boolean replayed) {
        var key = byBoundary.get(boundary);
        var all = key == null ? request : key.key(request);
        return new Request(boundary, operation, tolerances.counting(boundary, operation, all, replayed));
    }

    /**
     * Returns what was recorded.
     *
     * @throws IllegalStateException if the boundary cannot read the request; names the exchange
     */
    Request of(Exchange exchange) {
        try {
            return of(exchange.boundary(), exchange.operation(), exchange.request(), false);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "exchange " + exchange.n() + " " + VerdictMessage.named(exchange)
                            + " has a request that its boundary cannot read: " + e.getMessage()
                            + ". Restore it, or export the run again.",
                    e);
        }
    }
}
