package io.fluxrun.boundary.time;

import io.fluxrun.hook.Call;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Clock readings at call sites. A recorded site gets its readings back in order; a site without one gets its lane's
 * current time and consumes nothing, so an added log line shifts no other reading. Thread-safe.
 */
public final class TimeBoundary {
    public static final String NAME = "clock";
    private static final String MILLIS = "java.lang.System.currentTimeMillis()";
    private static final String INSTANT = "java.time.Instant.now()";
    private static final String NANOS = "java.lang.System.nanoTime()";

    private TimeBoundary() {}

    /** Returns the boundary's handlers by {@link Call#api()}. */
    public static Map<String, Call.Handler> calls() {
        return Readings.byApi(TimeBoundary::handle);
    }

    /** Handles {@link System#currentTimeMillis()}; the call itself is made here. */
    public static long currentTimeMillis(String site) {
        Lane lane = Scope.current();
        if (lane == null) {
            return System.currentTimeMillis();
        }
        if (lane.session() instanceof Recording recording) {
            long real = System.currentTimeMillis();
            recording.reading(lane, MILLIS, site, real);
            return real;
        }
        return replayedMillis(lane, site);
    }

    /** Apart, as its like below: the JIT compiler leaves a method alone that is too long, and clocks are read often. */
    private static long replayedMillis(Lane lane, String site) {
        if (lane.session() instanceof Replaying replaying) {
            var recorded = replaying.reading(lane, MILLIS, site);
            return recorded instanceof Value.Num num
                    ? num.number().longValue()
                    : replaying.now(lane).toEpochMilli();
        }
        return System.currentTimeMillis();
    }

    /** Handles {@link System#nanoTime()}; the call itself is made here. */
    public static long nanoTime(String site) {
        Lane lane = Scope.current();
        if (lane == null) {
            return System.nanoTime();
        }
        if (lane.session() instanceof Recording recording) {
            long real = System.nanoTime();
            recording.reading(lane, NANOS, site, real);
            return real;
        }
        return replayedNanos(lane, site);
    }

    private static long replayedNanos(Lane lane, String site) {
        if (lane.session() instanceof Replaying replaying) {
            var recorded = replaying.reading(lane, NANOS, site);
            return recorded instanceof Value.Num num ? num.number().longValue() : replaying.nanoTime(lane);
        }
        return System.nanoTime();
    }

    /** Handles {@link Instant#now()}; the call itself is made here. */
    public static Instant instant(String site) {
        Lane lane = Scope.current();
        if (lane == null) {
            return Instant.now();
        }
        if (lane.session() instanceof Recording recording) {
            var real = Instant.now();
            recording.reading(lane, INSTANT, site, real);
            return real;
        }
        return replayedInstant(lane, site);
    }

    private static Instant replayedInstant(Lane lane, String site) {
        if (lane.session() instanceof Replaying replaying) {
            var recorded = replaying.reading(lane, INSTANT, site);
            var instant = recorded == null ? null : Readings.INSTANT.parse(recorded);
            return instant == null ? replaying.now(lane) : (Instant) instant;
        }
        return Instant.now();
    }

    private static @Nullable Object handle(Call call, Readings.Kind kind) {
        Lane lane = Scope.current();
        var zone = zoneOf(call);
        if (lane == null || zone == null || call.real() == null) {
            return call.real();
        }
        if (lane.session() instanceof Recording recording) {
            recording.reading(lane, call.api(), call.site(), kind.immutable(call.real()));
            return call.real();
        }
        if (lane.session() instanceof Replaying replaying) {
            var recorded = replaying.reading(lane, call.api(), call.site());
            return kind.like(
                    call.real(),
                    recorded == null ? null : kind.parse(recorded),
                    () -> replaying.now(lane).atZone(zone));
        }
        return call.real();
    }

    /** Returns the zone the call meant; {@code null} if its clock is the application's own. */
    private static @Nullable ZoneId zoneOf(Call call) {
        for (var argument : call.arguments()) {
            if (argument instanceof ZoneId zone) {
                return zone;
            }
            if (argument instanceof InstantSource source) {
                if (!SystemClocks.contain(source)) {
                    return null;
                }
                return source instanceof Clock clock ? clock.getZone() : ZoneId.systemDefault();
            }
        }
        return call.real() instanceof Calendar calendar ? calendar.getTimeZone().toZoneId() : ZoneId.systemDefault();
    }
}
