package io.fluxrun.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The readings or draws of one lane in their order. The lane's own thread appends without a lock; another thread that
 * works for the lane notes after which of them its sample came.
 */
final class SampleLog {
    private static final String MILLIS = "java.lang.System.currentTimeMillis()";
    private static final String NANO_TIME = "java.lang.System.nanoTime()";
    private static final String NOW = "java.time.Instant.now()";
    private static final byte A_SAMPLE = 0;
    private static final byte OF_MILLIS = 1;
    private static final byte OF_NANO_TIME = 2;
    private static final byte OF_NOW = 3;
    private static final long NANOS = 1_000_000_000;
    private static final long LARGEST_SECOND = Long.MAX_VALUE / NANOS - 1;

    /**
     * By entry: the site and the number if the clock is one that is read often, otherwise a sample. All entries cost as
     * much as those that need a sample of their own.
     */
    private final Journal own = new Journal(Integer.BYTES + Byte.BYTES + Long.BYTES + Integer.BYTES + Sample.BYTES);

    private @Nullable List<Foreign> foreign;

    boolean add(boolean owner, String api, String site, long value, LongPredicate space) {
        byte meaning = meaning(api);
        if (!owner || meaning == A_SAMPLE) {
            return add(owner, api, site, (Object) value, space);
        }
        return own.add(site, meaning, value, space);
    }

    boolean add(boolean owner, String api, String site, @Nullable Object value, LongPredicate space) {
        if (!owner) {
            return addForeign(api, site, value, space);
        }
        if (value instanceof Instant instant && isNow(api, instant)) {
            // The application's object is not kept alive: what dies young costs nothing.
            return own.add(site, OF_NOW, nanos(instant), space);
        }
        return own.add(new Sample(api, site, value), A_SAMPLE, 0, space);
    }

    /** Returns what the lane's own thread may append to directly. */
    Journal own() {
        return own;
    }

    /** Adds the reading if its clock is read often, the journal's owner asks, and there is room. */
    static boolean append(Journal own, String api, String site, long value) {
        byte meaning = meaning(api);
        return meaning != A_SAMPLE && own.append(site, meaning, value);
    }

    /** As its like above. */
    static boolean append(Journal own, String api, String site, @Nullable Object value) {
        return value instanceof Instant instant && isNow(api, instant) && own.append(site, OF_NOW, nanos(instant));
    }

    synchronized List<Sample> samples() {
        int size = own.size();
        var mine = new ArrayList<Sample>(size);
        own.forEach(size, (about, meaning, number) -> mine.add(sample(about, meaning, number)));
        return foreign == null ? mine : merged(mine, foreign);
    }

    private static List<Sample> merged(List<Sample> mine, List<Foreign> foreign) {
        var all = new ArrayList<Sample>(mine.size() + foreign.size());
        int next = 0;
        for (var sample : foreign) {
            while (next < sample.after()) {
                all.add(mine.get(next++));
            }
            all.add(sample.sample());
        }
        all.addAll(mine.subList(next, mine.size()));
        return all;
    }

    /** The literals are the caller's too, and the same objects: anything else may as well be a sample. */
    @SuppressWarnings({"ReferenceEquality", "StringEquality"})
    private static byte meaning(String api) {
        return api == MILLIS ? OF_MILLIS : api == NANO_TIME ? OF_NANO_TIME : A_SAMPLE;
    }

    @SuppressWarnings({"ReferenceEquality", "StringEquality"})
    private static boolean isNow(String api, Instant instant) {
        return api == NOW && Math.abs(instant.getEpochSecond()) <= LARGEST_SECOND;
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * NANOS + instant.getNano();
    }

    private synchronized boolean addForeign(String api, String site, @Nullable Object value, LongPredicate space) {
        if (foreign == null) {
            foreign = new ArrayList<>();
        }
        return space.test(Foreign.BYTES) && foreign.add(new Foreign(own.size(), new Sample(api, site, value)));
    }

    private static Sample sample(Object about, byte meaning, long number) {
        return switch (meaning) {
            case OF_MILLIS -> new Sample(MILLIS, (String) about, number);
            case OF_NANO_TIME -> new Sample(NANO_TIME, (String) about, number);
            case OF_NOW ->
                new Sample(
                        NOW,
                        (String) about,
                        Instant.ofEpochSecond(Math.floorDiv(number, NANOS), Math.floorMod(number, NANOS)));
            default -> (Sample) about;
        };
    }

    private record Foreign(int after, Sample sample) {
        static final int BYTES = 64;
    }
}
