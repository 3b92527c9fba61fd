package io.fluxrun.junit;

import io.fluxrun.replay.ReplayResult;
import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Run;
import io.fluxrun.run.Span;
import io.fluxrun.run.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The replay of the fixture that a test method names; a parameter of the method. Replays at the first call that needs an
 * outcome, once. Not thread-safe: use it in the test's own thread.
 */
public interface Replay {
    /** Returns what was recorded. */
    Run recorded();

    /**
     * Lets the replay connect to a server that the test itself runs on this port of the loopback interface; everything
     * else stays blocked. What it is told and answers is neither recorded nor compared. The application's background
     * threads from before the replay stay blocked.
     *
     * @throws IllegalStateException if the replay is done already
     */
    Replay allowLoopback(int port);

    /** Replays the recorded entry, unless that is done. */
    Replay run();

    /**
     * Replays this code instead of looking for the recorded entry. What it throws is the outcome, and is not thrown here.
     *
     * @throws IllegalStateException if the replay is done already
     */
    Replay invoke(Callable<?> entry);

    /** Returns the HTTP status. @throws IllegalStateException if the entry is no HTTP request */
    int status();

    /** Returns the HTTP response body as text, UTF-8. @throws IllegalStateException if the entry is no HTTP request */
    String body();

    /** Returns what the replayed method returned; {@code null} if it threw, returned nothing, or is an HTTP request. */
    @Nullable
    Object result();

    /** Returns what the replayed method threw, {@code null} if nothing. */
    @Nullable
    Throwable thrown();

    /** Returns how the replay ended, as the recorder would tell it. */
    Outcome outcome();

    /** Returns what the replayed code logged, at the replay's time; what was recorded is {@code recorded().logs()}. */
    List<LogEvent> logs();

    /** Returns the spans that the replayed code went through, at the replay's time. */
    List<Span> spans();

    /** Returns what the guard will say. */
    Verdict verdict();

    /** Returns all that the guard knows: message, what was asked, how it ended. {@link ReplayAssert} asks it. */
    ReplayResult judged();
}
