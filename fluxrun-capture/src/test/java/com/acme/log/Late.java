package com.acme.log;

/** Reads a clock whenever it is asked what it says. */
public final class Late extends Exception {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
        return System.currentTimeMillis() > 0 ? "late" : "early";
    }
}
