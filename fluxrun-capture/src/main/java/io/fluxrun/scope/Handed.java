package io.fluxrun.scope;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of one task: more than one if the same object was handed over again before it began. Immutable.
 *
 * @param place who is to run it, {@code null}: not known
 */
record Handed(
        Lane lane,
        @Nullable WeakReference<Object> place,
        @Nullable Handed next) {
    Handed then(Handed last) {
        return new Handed(lane, place, next == null ? last : next.then(last));
    }

    boolean isFor(@Nullable Object executor) {
        var expected = place == null ? null : place.get();
        return expected == null || executor == null || expected == executor;
    }

    /** Returns the first that is wanted, {@code null} if none is. */
    @Nullable
    Handed first(Predicate<Handed> wanted) {
        for (Handed one = this; one != null; one = one.next) {
            if (wanted.test(one)) {
                return one;
            }
        }
        return null;
    }

    @Nullable
    Handed without(Predicate<Handed> gone) {
        var rest = next == null ? null : next.without(gone);
        return gone.test(this) ? rest : new Handed(lane, place, rest);
    }

    void addTo(List<Lane> lanes, Session session) {
        for (Handed one = this; one != null; one = one.next) {
            if (one.lane.session() == session) {
                lanes.add(one.lane);
            }
        }
    }
}
