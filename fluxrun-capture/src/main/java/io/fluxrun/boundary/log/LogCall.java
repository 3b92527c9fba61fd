package io.fluxrun.boundary.log;

import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Trail;
import org.jspecify.annotations.Nullable;

/** A log event on its way through its framework, on one thread. What is logged while it is written is another one. */
final class LogCall {
    private static final ThreadLocal<@Nullable LogCall> CURRENT = new ThreadLocal<>();

    private final Lane lane;
    private final Trail trail;
    private final Trail.Moment at;
    private final Object about;
    private final @Nullable LogCall outer;
    private @Nullable String text;
    private boolean passed;
    private boolean handedOn;

    private LogCall(Lane lane, Trail trail, Object about, @Nullable LogCall outer) {
        this.lane = lane;
        this.trail = trail;
        this.at = trail.now(lane);
        this.about = about;
        this.outer = outer;
    }

    static LogCall begin(Lane lane, Trail trail, Object about) {
        var call = new LogCall(lane, trail, about, CURRENT.get());
        CURRENT.set(call);
        return call;
    }

    /** Returns this thread's event if it is about this object: an event, a message or a record. */
    static @Nullable LogCall about(@Nullable Object object) {
        var call = CURRENT.get();
        return call != null && call.about == object ? call : null;
    }

    static @Nullable LogCall current() {
        return CURRENT.get();
    }

    void end() {
        CURRENT.set(outer);
    }

    void formatted(String as) {
        text = as;
    }

    /** Returns the message as the application has formatted it, {@code null} if it has not. */
    @Nullable
    String text() {
        return text;
    }

    /** The logger's filters have let it pass. */
    void pass() {
        passed = true;
    }

    boolean hasPassed() {
        return passed;
    }

    /** A bridge has taken it to another framework, whose event it is from now on. */
    void handOn() {
        handedOn = true;
    }

    boolean isHandedOn() {
        return handedOn;
    }

    void log(String level, String logger, String message, @Nullable Throwable thrown) {
        trail.log(lane, at, level, logger, message, thrown);
    }
}
