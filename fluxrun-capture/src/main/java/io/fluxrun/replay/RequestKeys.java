package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys of all boundaries. */
final class RequestKeys {
    private final Map<String, RequestKey> byBoundary;

    RequestKeys(List<RequestKey> keys) {
        byBoundary = keys.stream().collect(Collectors.toUnmodifiableMap(RequestKey::boundary, key -> key));
    }

    Request of(String boundary, String operation, Value request) {
        var key = byBoundary.get(boundary);
        return new Request(boundary, operation, key == null ? request : key.key(request));
    }

    /** @throws IllegalStateException if the boundary cannot read the request; names the exchange */
    Request of(Exchange exchange) {
        try {
            return of(exchange.boundary(), exchange.operation(), exchange.request());
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "exchange " + exchange.n() + " " + VerdictMessage.named(exchange)
                            + " has a request that its boundary cannot read: " + e.getMessage()
                            + ". Restore it, or export the run again.",
                    e);
        }
    }
}
