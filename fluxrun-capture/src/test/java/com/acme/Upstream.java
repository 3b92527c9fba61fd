package com.acme;

import java.time.Instant;
import java.util.UUID;

/** Something outside the process; a test decides when it answers. */
@FunctionalInterface
public interface Upstream {
    String call(String request);

    /** Asks, reads the clock and draws: everything that must come back to the same place. */
    default String work(String request) {
        return request + " " + Instant.now() + " " + call(request) + " " + UUID.randomUUID();
    }

    /** The application is about to pass an answer on. */
    default void passesOn(String request) {}

    /** The application has used an answer. */
    default void used() {}
}
