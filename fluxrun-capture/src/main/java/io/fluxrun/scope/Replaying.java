package io.fluxrun.scope;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** A recorded run being replayed: answers from the fixture, never from the outside world. */
public interface Replaying extends Session {
    @Override
    default boolean closed() {
        return false;
    }

    /**
     * Answers a request from the fixture.
     *
     * @throws DivergedError when the fixture has no answer; the first one is latched and decides the verdict even if the
     *     application catches it
     */
    Answer ask(Lane lane, String boundary, String operation, boolean write, Value request);

    /**
     * As {@link #ask}, for state that may be absent: what the recorded run did not look up is then taken to be absent,
     * with a remark. Not so if the run looked up something else in the same place that the replay never asks for.
     *
     * @return {@code null} if nothing was recorded
     */
    default @Nullable Answer lookUp(Lane lane, String boundary, String operation, Value request) {
        return ask(lane, boundary, operation, false, request);
    }

    /**
     * As {@link #ask}, for an answer that no thread waits for: it is matched now, and delivered when it is due.
     */
    default Due askAhead(Lane lane, String boundary, String operation, boolean write, Value request) {
        var answer = ask(lane, boundary, operation, write, request);
        return new Due() {
            @Override
            public Answer answer() {
                return answer;
            }

            @Override
            public void whenDue(Runnable delivery) {
                delivery.run();
            }

            @Override
            public void delivered() {}
        };
    }

    /**
     * Returns whether the first exchange of this operation that the lane has left is the one with this request: for a
     * client that meets a failure before it has all of its request together. Serves nothing.
     */
    default boolean isNext(Lane lane, String boundary, String operation, Value request) {
        return false;
    }

    /** An answer that waits for its turn among the run's lanes. */
    interface Due {
        Answer answer();

        /** Has the answer delivered when it is its turn, now or later, perhaps on another thread. Called once. */
        void whenDue(Runnable delivery);

        /** Says that the application has it: what comes after is the work of its lanes. Called once after delivery. */
        void delivered();
    }

    /** Returns the site's next recorded clock reading, {@code null} when it has none (left). */
    @Nullable
    Value reading(Lane lane, String api, String site);

    /** Returns the lane's current time: its last reading or exchange. */
    Instant now(Lane lane);

    /** Returns the lane's current {@link System#nanoTime()}, on the same scale as the recorded ones. */
    long nanoTime(Lane lane);

    /** Returns the site's next recorded draw, {@code null} when it has none (left). */
    @Nullable
    Value draw(Lane lane, String api, String site);

    /** Returns a source for draws the fixture does not have: derived from fixture, lane and site, so repeatable. */
    Random derived(Lane lane, String site);

    /** Returns a recorded variable or property; {@link Value#NULL} if it was absent, {@code null} if it was not read. */
    @Nullable
    Value environment(EnvironmentKind kind, String name);

    /** Returns the recorded variables that were present; empty if none was read. */
    default Map<String, String> variables() {
        return Map.of();
    }

    /** Returns how the site's next recorded timed wait ended, {@code null} when it has none (left). */
    default @Nullable Value waited(Lane lane, String api, String site) {
        return null;
    }

    /**
     * Lets a wait be over whose time was: when it is its turn among the run's lanes. No time is taken, but it passes.
     *
     * @param event {@code sleep} or {@code wait}
     * @param pause waits a moment, and gives up what others may need meanwhile; {@code null}: there is no such thing
     * @return whether it is over; if not, the caller waits
     */
    default boolean pass(Lane lane, String event, String site, long nanos, @Nullable Runnable pause) {
        return false;
    }

    /** As {@link #pass}, for a sleep that was not recorded: whoever can go on does. */
    default boolean rest(Lane lane, long nanos) {
        return false;
    }

    /**
     * Waits for what came in time.
     *
     * @param wait ends when it comes, or when the thread is interrupted
     * @return whether it was in vain: all lanes waited, so that it could not come
     */
    default boolean await(Lane lane, Runnable wait) {
        wait.run();
        return false;
    }

    /** Says that what was waited for has come; returns when it is its turn among the run's lanes. */
    default void came(Lane lane, String event, String site) {}

    /** Returns the run's default time zone, {@code null}: this JVM's. */
    default @Nullable TimeZone timeZone() {
        return null;
    }

    /** Returns the run's default locale, {@code null}: this JVM's. */
    default @Nullable Locale locale() {
        return null;
    }

    /** Returns a recorded {@link Recording#metadata} answer, {@code null} if there is none. */
    @Nullable
    Value metadata(String key);

    /** Returns whether the test runs a server of its own on this port of the loopback interface, and has said so. */
    default boolean allowsLoopback(int port) {
        return false;
    }

    /**
     * Latches and returns the error for a live call that must not happen.
     *
     * @param what for the message: {@code socket to 127.0.0.1:5432}
     */
    LiveCallBlockedError blocked(Lane lane, String boundary, String what);

    /**
     * Latches and returns the error for a recorded answer that does not say what is asked of it: a row that was not
     * read, a value that was not observed.
     *
     * @param what for the message: {@code row 3 of SELECT orders was not read in the recorded run}
     */
    default DivergedError unanswered(Lane lane, String boundary, String what) {
        return blocked(lane, boundary, what);
    }

    /**
     * Called by the entry's hook when the replayed entry has ended.
     *
     * @param error what left it or was handled at its edge, {@code null} if nothing
     */
    void entryEnded(@Nullable Throwable error);

    /** Adds a remark to the report; never changes the verdict. */
    void note(String remark);
}
