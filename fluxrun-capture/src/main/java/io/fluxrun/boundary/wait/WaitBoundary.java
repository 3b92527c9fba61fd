package io.fluxrun.boundary.wait;

import io.fluxrun.run.Value;
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
        var call = CALLS.get(api);
        if (lane == null || method == null || call == null) {
            return null;
        }
        if (method.limitsFuture()) {
            return limited(lane, api, site, call, arguments);
        }
        if (lane.session() instanceof Recording recording) {
            return recorded(recording, lane, api, site, method, call, arguments);
        }
        return lane.session() instanceof Replaying replaying
                ? replayed(replaying, lane, api, site, method, call, arguments)
                : null;
    }

    private static Object @Nullable [] limited(Lane lane, String api, String site, RealCall call, Object[] arguments) {
        if (lane.session() instanceof Recording recording) {
            return FutureLimit.recorded(recording, lane, api, site, call, arguments);
        }
        return lane.session() instanceof Replaying replaying
                ? FutureLimit.replayed(replaying, lane, api, site, arguments)
                : null;
    }

    private static Object @Nullable [] recorded(
            Recording recording,
            Lane lane,
            String api,
            String site,
            WaitMethod method,
            RealCall call,
            Object[] arguments) {
        long limit = method.limit().nanos(arguments, Instant.now());
        if (isEndless(method, limit)) {
            return null;
        }
        long started = System.nanoTime();
        var outcome = call.make(arguments);
        boolean elapsed = System.nanoTime() - started >= limit - Math.min(limit / 10, MOST_EARLY_NANOS);
        boolean late = method.late().is(arguments, outcome[0], (Throwable) outcome[1], elapsed);
        recording.reading(lane, api, site, (Object) (late ? TIMED_OUT : IN_TIME));
        return outcome;
    }

    private static Object @Nullable [] replayed(
            Replaying replaying,
            Lane lane,
            String api,
            String site,
            WaitMethod method,
            RealCall call,
            Object[] arguments) {
        long limit = method.limit().nanos(arguments, replaying.now(lane));
        if (isEndless(method, limit)) {
            return null;
        }
        Value ended = replaying.waited(lane, api, site);
        boolean late = ended == null ? method.sleeps() : TIMED_OUT.equals(ended.text());
        if (late && replaying.pass(lane, limit)) {
            return Thread.currentThread().isInterrupted() ? null : method.late().outcome();
        }
        if (ended == null || late) {
            return null;
        }
        var extended = arguments.clone();
        method.limit().extend(extended);
        return call.make(extended);
    }

    /** {@code wait(0)} and {@code join(0)} have no limit. */
    private static boolean isEndless(WaitMethod method, long limit) {
        return limit == 0 && (method.name().equals("wait") || method.name().equals("join"));
    }
}
