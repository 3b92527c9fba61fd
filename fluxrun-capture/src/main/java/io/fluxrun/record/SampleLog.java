package io.fluxrun.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The readings or draws of one lane in their order. The lane's own thread appends without a lock; another thread that
 * works for the lane notes after which of them its sample came.
 */
final class SampleLog {
    private static final String NOW = "java.time.Instant.now()";
    private static final InstantOf OF_NOW = new InstantOf(NOW);
    private static final long NANOS = 1_000_000_000;
    private static final long LARGEST_SECOND = Long.MAX_VALUE / NANOS - 1;

    /**
     * By entry: the site, and what makes a sample of it and of the number: an API alone means a long. All entries cost
     * as much as those that need a sample of their own.
     */
    private final Journal own = new Journal(2 * Integer.BYTES + Long.BYTES + Sample.BYTES);

    private @Nullable List<Foreign> foreign;

    boolean add(boolean owner, String api, String site, long value, LongPredicate space) {
        return owner ? own.add(site, api, value, space) : addForeign(api, site, value, space);
    }

    boolean add(boolean owner, String api, String site, @Nullable Object value, LongPredicate space) {
        if (!owner) {
            return addForeign(api, site, value, space);
        }
        if (value instanceof Instant instant && fits(instant)) {
            // The application's object is not kept alive: what dies young costs nothing.
            return own.add(site, kind(api), nanos(instant), space);
        }
        return own.add(site, new Sample(api, site, value), 0, space);
    }

    /** Returns what the lane's own thread may append to directly. */
    Journal own() {
        return own;
    }

    /** Adds the reading if the journal's owner asks and there is room. */
    static boolean append(Journal own, String api, String site, @Nullable Object value) {
        return value instanceof Instant instant && fits(instant) && own.append(site, kind(api), nanos(instant));
    }

    synchronized List<Sample> samples() {
        var samples = new ArrayList<Sample>();
        var foreign = this.foreign == null ? List.<Foreign>of() : this.foreign;
        int size = own.size();
        int next = 0;
        for (int i = 0; i <= size; i++) {
            while (next < foreign.size() && (foreign.get(next).after() <= i || i == size)) {
                samples.add(foreign.get(next++).sample());
            }
            if (i < size) {
                samples.add(sample(i));
            }
        }
        return samples;
    }

    private static boolean fits(Instant instant) {
        return Math.abs(instant.getEpochSecond()) <= LARGEST_SECOND;
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * NANOS + instant.getNano();
    }

    private static InstantOf kind(String api) {
        return api.equals(NOW) ? OF_NOW : new InstantOf(api);
    }

    private synchronized boolean addForeign(String api, String site, @Nullable Object value, LongPredicate space) {
        if (foreign == null) {
            foreign = new ArrayList<>();
        }
        return space.test(Foreign.BYTES) && foreign.add(new Foreign(own.size(), new Sample(api, site, value)));
    }

    private Sample sample(int index) {
        var site = (String) Objects.requireNonNull(own.site(index));
        long number = own.number(index);
        var kind = own.kind(index);
        if (kind instanceof InstantOf of) {
            var instant = Instant.ofEpochSecond(Math.floorDiv(number, NANOS), Math.floorMod(number, NANOS));
            return new Sample(of.api(), site, instant);
        }
        return kind instanceof Sample sample ? sample : new Sample((String) Objects.requireNonNull(kind), site, number);
    }

    /** Marks a number as the nanoseconds of an instant. */
    private record InstantOf(String api) {}

    private record Foreign(int after, Sample sample) {
        static final int BYTES = 64;
    }
}
