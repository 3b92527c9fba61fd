package io.fluxrun.record;

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
    private static final Object LONG = new Object();

    private final Journal own = new Journal(3, 3 * Integer.BYTES + Long.BYTES);
    private @Nullable List<Foreign> foreign;

    boolean add(boolean owner, String api, String site, long value, LongPredicate space) {
        return owner ? append(api, site, LONG, value, space) : addForeign(api, site, value, space);
    }

    boolean add(boolean owner, String api, String site, @Nullable Object value, LongPredicate space) {
        return owner ? append(api, site, value, 0, space) : addForeign(api, site, value, space);
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

    private boolean append(String api, String site, @Nullable Object value, long number, LongPredicate space) {
        int index = own.next(space);
        if (index < 0) {
            return false;
        }
        own.set(index, 0, api);
        own.set(index, 1, site);
        own.set(index, 2, value);
        own.add(index, number);
        return true;
    }

    private synchronized boolean addForeign(String api, String site, @Nullable Object value, LongPredicate space) {
        if (foreign == null) {
            foreign = new ArrayList<>();
        }
        return space.test(Foreign.BYTES) && foreign.add(new Foreign(own.size(), new Sample(api, site, value)));
    }

    private Sample sample(int index) {
        Object value = own.get(index, 2);
        return new Sample(
                (String) Objects.requireNonNull(own.get(index, 0)),
                (String) Objects.requireNonNull(own.get(index, 1)),
                value == LONG ? (Object) own.number(index) : value);
    }

    private record Foreign(int after, Sample sample) {
        static final int BYTES = 64;
    }
}
