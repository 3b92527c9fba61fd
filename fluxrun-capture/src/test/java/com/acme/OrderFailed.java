package com.acme;

/** What the recorded service throws. */
public final class OrderFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OrderFailed(String message) {
        super(message);
    }
}
