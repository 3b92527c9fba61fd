package io.fluxrun.run;

/**
 * What started a run.
 *
 * @param name readable: {@code GET /orders/ord_01} or {@code com.acme.Orders#get}
 * @param request for http: method, target, headers, body; for method: type, method, parameters, arguments
 */
public record Entry(Kind kind, String name, Value request) {
    /** The kinds of entry of fixture format 1. */
    public enum Kind {
        HTTP,
        METHOD,
        MESSAGE,
        PIPELINE
    }
}
