package io.fluxrun.boundary.wait;

import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps and timed waits at call sites. A recording notes whether the time was over; a replay lets it be over at once,
 * or waits for what came in time. Thread-safe.
 */
public final class WaitBoundary {
    public static final String NAME = "wait";
    static final String TIMED_OUT = "timed out";
    static final String IN_TIME = "in time";

    /** The system's timers may be a bit early. */
    private static final long MOST_EARLY_NANOS = 1_000_000;

    private static final Map<String, WaitMethod> METHODS = new ConcurrentHashMap<>();
    private static final Map<String, RealCall> CALLS = new ConcurrentHashMap<>();

    private WaitBoundary() {}

    /** Returns the methods whose calls {@link #handle} is to make. */
    public static List<WaitMethod> methods() {
        return WaitMethods.all();
    }

    /** Declares the name under which {@link #handle} is told of a method. */
    public static void declare(String api, WaitMethod method) {
        METHODS.put(api, method);
        CALLS.put(api, new RealCall(method));
    }

    /** Returns the outcome of a call, {@code null} if the caller is to make it. */
    public static Object @Nullable [] handle(String api, String site, Object[] arguments) {
        Lane lane = Scope.current();
        var method = METHODS.get(api);
        var real = CALLS.get(api);
        if (lane == null || method == null || real == null || isElsewhere(method, arguments)) {
            return null;
        }
        var call = new WaitCall(api, site, method, real, arguments);
        if (lane.session() instanceof Recording recording) {
            return method.limitsFuture()
                    ? FutureLimit.recorded(recording, lane, call)
                    : recorded(recording, lane, call);
        }
        if (lane.session() instanceof Replaying replaying) {
            return method.limitsFuture()
                    ? FutureLimit.replayed(replaying, lane, call)
                    : ReplayedWait.outcome(replaying, lane, call);
        }
        return null;
    }

    /** A lock that is not the JDK's may be one of another process: asking for it is an exchange. */
    private static boolean isElsewhere(WaitMethod method, Object[] arguments) {
        return method.limit() == Limit.AT_ONCE && arguments[0].getClass().getClassLoader() != null;
    }

    private static Object @Nullable [] recorded(Recording recording, Lane lane, WaitCall call) {
        if (call.method().limit() == Limit.AT_ONCE) {
            var outcome = call.make();
            note(recording, lane, call, call.isLate(outcome, false));
            return outcome;
        }
        long limit = call.nanos(Instant.now());
        if (call.isEndless(limit)) {
            return null;
        }
        long started = System.nanoTime();
        var outcome = call.make();
        recording.waited(lane, call.event(), call.site());
        if (outcome[0] instanceof List<?> futures && call.method().invokesMany()) {
            recording.reading(lane, call.api(), call.site(), (Object) InvokedTasks.ending(futures));
            return outcome;
        }
        boolean elapsed = System.nanoTime() - started >= limit - Math.min(limit / 10, MOST_EARLY_NANOS);
        note(recording, lane, call, call.isLate(outcome, elapsed));
        return outcome;
    }

    private static void note(Recording recording, Lane lane, WaitCall call, boolean late) {
        recording.reading(lane, call.api(), call.site(), (Object) (late ? TIMED_OUT : IN_TIME));
    }
}
