package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What time it is in each lane: that of its last reading or exchange. Time that nobody recorded stands still, except for
 * a site that keeps polling: it sees a step at each look, so that loops on a deadline end. Thread-safe.
 */
final class VirtualClock {
    private static final long STEP_NANOS = 1_000_000;

    private final Instant start;
    private final ZoneId zone;
    private final long startNanos;
    private final ConcurrentHashMap<String, LaneTime> lanes = new ConcurrentHashMap<>();

    /** @param startNanos what {@link System#nanoTime()} gives at the start */
    VirtualClock(Instant start, ZoneId zone, long startNanos) {
        this.start = start;
        this.zone = zone;
        this.startNanos = startNanos;
    }

    /** A child begins at its parent's time. */
    void opened(String lane, @Nullable String parent) {
        if (parent != null) {
            lanes.putIfAbsent(lane, of(parent).copy());
        }
    }

    void served(String lane, Exchange exchange) {
        of(lane).advanceTo(start.plusNanos(exchange.startNanos() + exchange.durationNanos()));
    }

    /** The lane waited. */
    void pass(String lane, long nanos) {
        var time = of(lane);
        time.advanceTo(time.now().plusNanos(Math.max(0, nanos)));
    }

    /** The lane took a recorded reading. */
    void read(String lane, String api, Value value) {
        if (api.contains("nanoTime")) {
            of(lane).setNanos(value.asLong());
            return;
        }
        var instant = ClockReading.instant(value, zone);
        if (instant != null) {
            of(lane).set(instant);
        }
    }

    /**
     * A site looks at the clock without a recorded reading.
     *
     * @param exhausted whether it has used up its recorded readings
     */
    void poll(String lane, String site, boolean exhausted) {
        of(lane).poll(site, exhausted);
    }

    Instant now(String lane) {
        return of(lane).now();
    }

    long nanoTime(String lane) {
        return of(lane).nanos();
    }

    private LaneTime of(String lane) {
        return lanes.computeIfAbsent(lane, name -> new LaneTime(start, startNanos));
    }

    private static final class LaneTime {
        private final ConcurrentHashMap<String, Instant> polled = new ConcurrentHashMap<>();
        private Instant now;
        private long nanos;

        LaneTime(Instant now, long nanos) {
            this.now = now;
            this.nanos = nanos;
        }

        synchronized LaneTime copy() {
            return new LaneTime(now, nanos);
        }

        synchronized void advanceTo(Instant instant) {
            if (instant.isAfter(now)) {
                nanos += java.time.Duration.between(now, instant).toNanos();
                now = instant;
            }
        }

        synchronized void set(Instant instant) {
            advanceTo(instant);
            now = instant;
        }

        synchronized void setNanos(long value) {
            nanos = value;
        }

        synchronized void poll(String site, boolean exhausted) {
            if (exhausted || now.equals(polled.get(site))) {
                advanceTo(now.plusNanos(STEP_NANOS));
            }
            polled.put(site, now);
        }

        synchronized Instant now() {
            return now;
        }

        synchronized long nanos() {
            return nanos;
        }
    }
}
