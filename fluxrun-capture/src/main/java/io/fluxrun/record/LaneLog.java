package io.fluxrun.record;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one lane did. The first thread that records for it owns it and needs no lock; others may help. */
final class LaneLog {
    private static final VarHandle LAST;

    static {
        try {
            LAST = MethodHandles.lookup().findVarHandle(LaneLog.class, "last", RecordedExchange.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final Lane lane;
    private final long openedNanos;
    private final LaneLife life = new LaneLife();
    private final SampleLog readings = new SampleLog();
    private final SampleLog draws = new SampleLog();
    private @Nullable RecordedExchange last;
    private @Nullable RecordedExchange lastForeign;
    private @Nullable Thread owner;

    /** @param owner {@code null}: whoever comes first */
    LaneLog(Lane lane, long openedNanos, @Nullable Thread owner) {
        this.lane = lane;
        this.openedNanos = openedNanos;
        this.owner = owner;
    }

    Lane lane() {
        return lane;
    }

    long openedNanos() {
        return openedNanos;
    }

    LaneLife life() {
        return life;
    }

    /** Returns what the owner may append its readings to directly. */
    Journal journal() {
        return readings.own();
    }

    void exchange(
            String boundary,
            String operation,
            boolean write,
            long startedNanos,
            Supplier<Value> request,
            Supplier<Answer> answer,
            LongPredicate space) {
        long endedNanos = System.nanoTime();
        if (owned()) {
            if (paid(last, space)) {
                int nth = last == null ? 1 : last.nth() + 1;
                LAST.setRelease(
                        this,
                        new RecordedExchange(
                                last, nth, write, boundary, operation, startedNanos, endedNanos, request, answer));
            }
            return;
        }
        synchronized (this) {
            if (paid(lastForeign, space)) {
                int nth = lastForeign == null ? 1 : lastForeign.nth() + 1;
                lastForeign = new RecordedExchange(
                        lastForeign, nth, write, boundary, operation, startedNanos, endedNanos, request, answer);
            }
        }
    }

    void reading(String api, String site, long value, LongPredicate space) {
        readings.add(owned(), api, site, value, space);
    }

    void reading(String api, String site, @Nullable Object value, LongPredicate space) {
        readings.add(owned(), api, site, value, space);
    }

    void draw(String api, String site, @Nullable Object value, LongPredicate space) {
        draws.add(owned(), api, site, value, space);
    }

    List<Sample> readings() {
        return readings.samples();
    }

    List<Sample> draws() {
        return draws.samples();
    }

    /** Returns the exchanges in no particular order. */
    synchronized List<RecordedExchange> exchanges() {
        var all = new ArrayList<RecordedExchange>();
        addChain((RecordedExchange) LAST.getAcquire(this), all);
        addChain(lastForeign, all);
        return all;
    }

    private static void addChain(@Nullable RecordedExchange last, List<RecordedExchange> all) {
        for (RecordedExchange next = last; next != null; next = next.previous()) {
            all.add(next);
        }
    }

    private static boolean paid(@Nullable RecordedExchange last, LongPredicate space) {
        long due = RecordedExchange.due(last);
        return due == 0 || space.test(due);
    }

    /** A thread always sees that it is the owner itself; what it sees of another is settled under the lock. */
    private boolean owned() {
        Thread current = Thread.currentThread();
        Thread known = owner;
        return known == current || (known == null && claim(current));
    }

    private synchronized boolean claim(Thread thread) {
        if (owner == null) {
            owner = thread;
        }
        return owner == thread;
    }
}
