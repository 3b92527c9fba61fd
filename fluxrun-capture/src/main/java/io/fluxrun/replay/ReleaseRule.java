package io.fluxrun.replay;

import io.fluxrun.run.OrderEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides who goes on next. The event that is due does when it has been reached and nobody runs. One that will not come,
 * because the code has changed, is passed over, and a wait that nobody is left to end is over: that all lanes wait is seen
 * from their threads. Not thread-safe.
 */
final class ReleaseRule {
    /** So many looks work that was handed over may take to begin: half a second, and more where the machine is slow. */
    private static final long PATIENCE = 250;

    /** So many looks a lane that never waits may take to its next event: two seconds, and more on a slow machine. */
    private static final long LONG_PATIENCE = 1_000;

    private final Agenda agenda;
    private final Workers workers;
    private final Lanes lanes;
    private final Consumer<String> notes;
    private final Deliveries deliveries = new Deliveries();
    private final Looks looks = new Looks();
    private final Map<Integer, Thread> waiting = new HashMap<>();
    private final List<PatientWait> patient = new ArrayList<>();

    ReleaseRule(Agenda agenda, Workers workers, Lanes lanes, Consumer<String> notes) {
        this.agenda = agenda;
        this.workers = workers;
        this.lanes = lanes;
        this.notes = notes;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    void reached(int place, Thread thread) {
        waiting.put(place, thread);
    }

    void waits(PatientWait wait) {
        patient.add(wait);
        looks.moved();
    }

    void waitsNoMore(PatientWait wait) {
        patient.remove(wait);
        looks.moved();
    }

    void moved() {
        looks.moved();
    }

    boolean needsLookOut() {
        return deliveries.anyWaits() || !patient.isEmpty();
    }

    void close() {
        agenda.passAll();
        workers.forget();
        waiting.clear();
        deliveries.startAll();
        patient.forEach(PatientWait::end);
        patient.clear();
    }

    /** Lets go on whoever may; returns whether anybody may that could not before. */
    boolean apply() {
        boolean any = false;
        while (step()) {
            any = true;
        }
        return any;
    }

    private boolean step() {
        var due = agenda.due();
        var first = agenda.firstReached();
        if (due == null || first == null) {
            return endsVainWait();
        }
        return agenda.isDueReached() ? gives(due) : passesOver(due, first);
    }

    private boolean gives(OrderEvent due) {
        if (deliveries.anyUnderWay() || workers.anyRuns(looks.now())) {
            if (looks.sinceMoved() < LONG_PATIENCE) {
                return false;
            }
            notes.accept(Stalls.running(due));
        }
        looks.moved();
        int place = agenda.passDue();
        deliveries.turn(place);
        var thread = waiting.remove(place);
        if (thread != null) {
            workers.turn(thread, Workers.Turn.GIVEN);
        }
        return true;
    }

    private boolean passesOver(OrderEvent due, OrderEvent first) {
        if (!lanes.mayGoOn(due.lane())) {
            agenda.passDue();
            return true;
        }
        var thread = workers.threadOf(due.lane());
        boolean stalled = hasStalled(thread);
        if (!stalled && looks.sinceMoved() < LONG_PATIENCE) {
            return false;
        }
        var why = stalled ? Stalls.waiting(due, first, thread) + others(due.lane()) : Stalls.running(first);
        notes.accept(why);
        agenda.passOver(why);
        return true;
    }

    /** Who sleeps for a time, and work that nobody has begun, may still go on: they get more patience. */
    private boolean hasStalled(@Nullable Thread due) {
        boolean mayGoOn = due == null || agenda.isDueAnnounced() || due.getState() == Thread.State.TIMED_WAITING;
        return allWait() && (!mayGoOn || looks.sinceMoved() >= PATIENCE);
    }

    private boolean allWait() {
        return !deliveries.anyUnderWay() && workers.allStuck(looks.now());
    }

    /** What came in time may come from a thread that is none of the run's: that takes the longest patience. */
    private boolean endsVainWait() {
        if (patient.isEmpty() || looks.sinceMoved() < LONG_PATIENCE || !allWait()) {
            return false;
        }
        var wait = patient.remove(0);
        var why = Stalls.vain(wait.lane(), wait.thread()) + others(wait.lane());
        notes.accept(why);
        agenda.endedInVain(why);
        looks.moved();
        wait.end();
        return true;
    }

    private String others(String lane) {
        var told = new StringBuilder();
        workers.threads().forEach((other, thread) -> {
            if (!other.equals(lane)) {
                told.append("; lane ").append(other).append(' ').append(Stalls.doing(thread, turnOf(thread)));
            }
        });
        return told.toString();
    }

    private @Nullable OrderEvent turnOf(Thread thread) {
        return waiting.entrySet().stream()
                .filter(one -> one.getValue() == thread)
                .map(one -> agenda.at(one.getKey()))
                .findFirst()
                .orElse(null);
    }
}
