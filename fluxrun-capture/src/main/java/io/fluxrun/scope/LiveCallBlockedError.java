package io.fluxrun.scope;

/** A replay tried to reach the live world; the message names the call site, the lane and what to declare. */
public final class LiveCallBlockedError extends DivergedError {
    private static final long serialVersionUID = 1L;

    public LiveCallBlockedError(String message) {
        super(message);
    }
}
