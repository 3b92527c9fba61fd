package io.fluxrun.junit.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application under test. Thread-safe. */
public interface Application {
    /**
     * Returns the port of its server in this process.
     *
     * @throws IllegalStateException if it serves none; the message says what to change in the test
     */
    int port();

    /** Returns the live calls that it tried outside replays, while it started or in the background; all were blocked. */
    List<String> blocked();

    /** Returns the one object of this type that it manages, {@code null} if it has none or several. */
    @Nullable
    Object managed(Class<?> type);

    /** Returns the hash of the recorded boot that it was started with, {@code null} if it was started without one. */
    @Nullable
    String boot();
}
