package io.fluxrun.boundary.http.message;

import java.util.Locale;

/** Why a recorded body is not the whole body. */
public enum Cut {
    /** A limit of the recording was reached; the application saw more. */
    LIMIT,
    /** The application did not ask for the rest, or the run closed before it came. */
    UNREAD;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
