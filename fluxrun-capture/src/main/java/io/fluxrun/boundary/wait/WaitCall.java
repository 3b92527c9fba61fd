package io.fluxrun.boundary.wait;

import io.fluxrun.run.OrderEvent;
import java.time.Duration;
import java.time.Instant;

/** A call of a method that waits. */
final class WaitCall {
    private final String api;
    private final String site;
    private final WaitMethod method;
    private final RealCall real;
    private final Object[] arguments;

    /** @param arguments the receiver, if it has one, and the arguments */
    WaitCall(String api, String site, WaitMethod method, RealCall real, Object... arguments) {
        this.api = api;
        this.site = site;
        this.method = method;
        this.real = real;
        this.arguments = arguments;
    }

    String api() {
        return api;
    }

    String site() {
        return site;
    }

    WaitMethod method() {
        return method;
    }

    Object argument(int index) {
        return arguments[index];
    }

    int arguments() {
        return arguments.length;
    }

    /** Whether its result or the rest of its arguments say that its time was over. */
    boolean isLate(Object[] outcome, boolean elapsed) {
        return method.late().is(arguments, outcome[0], (Throwable) outcome[1], elapsed);
    }

    /** Makes it as the application wants it. */
    Object[] make() {
        return real.make(arguments);
    }

    /** Makes it with another limit. */
    Object[] make(Duration limit) {
        return real.patient().make(method.limit().with(arguments, limit));
    }

    /** Returns the limit in nanoseconds. */
    long nanos(Instant now) {
        return method.limit().nanos(arguments, now);
    }

    /** {@code wait(0)} and {@code join(0)} have no limit. */
    boolean isEndless(long limit) {
        return limit == 0 && (method.name().equals("wait") || method.name().equals("join"));
    }

    /** Returns what its end is in the order of concurrent work. */
    String event() {
        return method.sleeps() ? OrderEvent.SLEEP : OrderEvent.WAIT;
    }
}
