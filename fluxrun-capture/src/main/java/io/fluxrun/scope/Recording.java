package io.fluxrun.scope;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A live run being recorded. Every method is cheap, never blocks, never throws and keeps references only: suppliers are
 * called later, on another thread, and only if the run is kept. What they capture must therefore be immutable.
 */
public interface Recording extends Session {
    /** Whether {@code bytes} more of body may be kept; the boundary stops copying when not. Marks the run PARTIAL. */
    boolean reserve(int bytes);

    /** Gives back what was {@linkplain #reserve reserved} for bytes that are not kept after all. */
    default void release(int bytes) {}

    /** Returns how many bytes of one body may be kept. */
    default int bodyLimit() {
        return 64 * 1024;
    }

    /**
     * Whether threads that have no lane are recorded too, the JDK's own among them: what they do with connections that
     * others opened says nothing then.
     */
    default boolean ambient() {
        return false;
    }

    /**
     * Calls {@code end} when the run closes, before it is judged: an exchange still under way is then recorded as far as
     * it got. Called at most once, perhaps on another thread.
     */
    default void atClose(Runnable end) {}

    /**
     * Records a finished exchange.
     *
     * @param write whether it changes the outside world
     * @param startedNanos {@link System#nanoTime()} when it began
     */
    void exchange(
            Lane lane,
            String boundary,
            String operation,
            boolean write,
            long startedNanos,
            Supplier<Value> request,
            Supplier<Answer> answer);

    /** Records a clock reading. */
    void reading(Lane lane, String api, String site, long value);

    /** Records a clock or environment reading: {@code value} is immutable and one of {@link Plain}'s types. */
    void reading(Lane lane, String api, String site, @Nullable Object value);

    /**
     * Records that a sleep or a timed wait is over, whether or not its time was: a step in the order of concurrent work.
     *
     * @param event {@code sleep} or {@code wait}
     */
    default void waited(Lane lane, String event, String site) {}

    /** Records a draw: {@code value} is immutable and one of {@link Plain}'s types. */
    void draw(Lane lane, String api, String site, @Nullable Object value);

    /** Records an environment variable or system property that was read; {@code null}: it was absent. */
    void environment(EnvironmentKind kind, String name, @Nullable String value);

    /** Records what the JDBC driver said about itself or the database; the first answer for a key is kept. */
    void metadata(String key, Supplier<Value> value);

    /** Marks the run PARTIAL for a reason that names the call site. */
    void partial(String reason);
}
