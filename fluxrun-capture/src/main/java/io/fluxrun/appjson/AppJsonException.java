package io.fluxrun.appjson;

/** A value cannot be written as data or rebuilt; the message names the place in it and the class. */
public final class AppJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AppJsonException(String message) {
        super(message);
    }

    AppJsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
