package com.example.quickstart;

/** The demonstration did not go as it should: the message says in plain words what was different. */
final class Unexpected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unexpected(String message) {
        super(message);
    }

    Unexpected(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }

    static Unexpected interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Unexpected("the demonstration was interrupted", e);
    }
}
