package io.fluxrun.replay;

import io.fluxrun.run.OrderEvent;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is. An event of a lane waits until it is the next recorded one and no other lane runs: each has reached
 * its next event, waits for another lane, or has ended. An event that will not come, because the code has changed, is
 * passed over: that all lanes wait is seen from their threads. Thread-safe.
 */
final class Turns {
    private static final long LOOK_MILLIS = 2;
    private static final long LOOK_NANOS = 2_000_000;

    /** So many looks work that was handed over may take to begin: half a second, and more where the machine is slow. */
    private static final long PATIENCE = 250;

    /** So many looks a lane that never waits may take to its next event: two seconds, and more on a slow machine. */
    private static final long LONG_PATIENCE = 1_000;

    private final Agenda agenda;
    private final Consumer<String> notes;
    private final Workers workers = new Workers(this::look);
    private final Set<String> opened = new HashSet<>(Set.of(Lane.MAIN));
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Integer> completions = new HashMap<>();
    private final Map<Integer, Thread> waiting = new HashMap<>();
    private final Map<Integer, Runnable> deliveries = new HashMap<>();
    private int delivering;
    private boolean lookingOut;
    private long looks;
    private long lookedNanos = System.nanoTime();
    private long movedAt;

    Turns(List<OrderEvent> order, Consumer<String> notes) {
        this.notes = notes;
        // One lane alone has its order anyway.
        boolean concurrent = order.stream().anyMatch(event -> event.event().equals(OrderEvent.HANDOVER));
        agenda = new Agenda(concurrent ? order : List.of());
    }

    void handedOver(String lane, String child) {
        synchronized (this) {
            opened.add(child);
        }
        await(lane, OrderEvent.HANDOVER, child);
    }

    void exchanged(String lane, int n) {
        await(lane, OrderEvent.EXCHANGE, String.valueOf(n));
    }

    void completing(String lane) {
        int nth;
        synchronized (this) {
            if (opened.size() == 1) {
                return;
            }
            nth = completions.merge(lane, 1, Integer::sum);
        }
        await(lane, OrderEvent.COMPLETION, String.valueOf(nth));
    }

    synchronized void begun(String lane) {
        ended.remove(lane);
        workers.begin(lane, Thread.currentThread());
        moved();
    }

    synchronized void ended(String lane) {
        workers.end(lane, Thread.currentThread());
        if (!workers.works(lane)) {
            ended.add(lane);
        }
        moved();
    }

    /** The lane of the entry has ended, on whichever thread. */
    synchronized void entryEnded() {
        var thread = workers.threadOf(Lane.MAIN);
        if (thread != null) {
            workers.end(Lane.MAIN, thread);
        }
        ended.add(Lane.MAIN);
        moved();
    }

    /** Says that an answer will be delivered: its lane may go on meanwhile. */
    synchronized void announce(String lane, int n) {
        agenda.announce(lane, OrderEvent.EXCHANGE, String.valueOf(n));
    }

    /**
     * Has an answer delivered that no thread waits for, when it is its turn; the turn lasts until {@link #delivered}.
     */
    synchronized void deliver(String lane, int n, Runnable delivery) {
        int place = agenda.happen(lane, OrderEvent.EXCHANGE, String.valueOf(n));
        if (place >= 0) {
            deliveries.put(place, delivery);
            moved();
            if (!lookingOut && !deliveries.isEmpty()) {
                lookingOut = true;
                background(this::lookOut);
            }
        } else {
            start(delivery);
        }
    }

    synchronized void delivered() {
        delivering--;
        moved();
    }

    /** Lets everything go on: the replay is judged. */
    synchronized void close() {
        agenda.passAll();
        workers.forget();
        waiting.clear();
        deliveries.values().forEach(this::start);
        deliveries.clear();
        notifyAll();
    }

    private void await(String lane, String event, String ref) {
        var thread = Thread.currentThread();
        int place = arrive(thread, lane, event, ref);
        if (place < 0) {
            return;
        }
        boolean interrupted = false;
        while (!isOver(place)) {
            try {
                // A pool of few threads needs another one meanwhile: the next event may be that of a task in its queue.
                ForkJoinPool.managedBlock(new Waiting(place));
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        synchronized (this) {
            workers.turn(thread, Workers.Turn.NONE);
        }
        if (interrupted) {
            thread.interrupt();
        }
    }

    private synchronized int arrive(Thread thread, String lane, String event, String ref) {
        int place = agenda.reach(lane, event, ref);
        if (place >= 0) {
            if (!workers.works(lane)) {
                workers.begin(lane, thread);
            }
            workers.turn(thread, Workers.Turn.AWAITED);
            waiting.put(place, thread);
            moved();
        }
        return place;
    }

    private synchronized boolean isOver(int place) {
        return agenda.isOver(place);
    }

    @SuppressWarnings("WaitNotInLoop") // whoever blocks does so until it is released
    private synchronized boolean look(int place) throws InterruptedException {
        if (!agenda.isOver(place)) {
            wait(LOOK_MILLIS);
            look();
        }
        return agenda.isOver(place);
    }

    private void moved() {
        movedAt = looks;
        look();
    }

    private synchronized void look() {
        for (var due = agenda.due(); due != null; due = agenda.due()) {
            long now = now();
            if (agenda.isDueReached()) {
                if (delivering > 0 || workers.anyRuns(now)) {
                    if (now - movedAt < LONG_PATIENCE) {
                        return;
                    }
                    notes.accept(Stalls.running(due));
                }
                give(agenda.passDue());
            } else {
                var first = agenda.firstReached();
                if (first == null) {
                    return;
                }
                if (opened.contains(due.lane()) && !ended.contains(due.lane())) {
                    var thread = workers.threadOf(due.lane());
                    boolean stalled = hasStalled(thread, now);
                    if (!stalled && now - movedAt < LONG_PATIENCE) {
                        return;
                    }
                    notes.accept(stalled ? Stalls.waiting(due, first, thread) : Stalls.running(first));
                }
                agenda.passDue();
            }
        }
    }

    /** Time that passes as slowly as the lanes' own when the machine is busy with others. */
    private long now() {
        long nanos = System.nanoTime();
        if (nanos - lookedNanos >= LOOK_NANOS) {
            lookedNanos = nanos;
            looks++;
        }
        return looks;
    }

    private void give(int place) {
        movedAt = looks;
        var delivery = deliveries.remove(place);
        if (delivery != null) {
            start(delivery);
        }
        var thread = waiting.remove(place);
        if (thread != null) {
            workers.turn(thread, Workers.Turn.GIVEN);
            notifyAll();
        }
    }

    /** Who sleeps for a time, and work that nobody has begun, may still go on: they get more patience. */
    private boolean hasStalled(@Nullable Thread due, long now) {
        boolean stuck = delivering == 0 && workers.allStuck(now);
        boolean mayGoOn = due == null || agenda.isDueAnnounced() || due.getState() == Thread.State.TIMED_WAITING;
        return stuck && (!mayGoOn || now - movedAt >= PATIENCE);
    }

    /** No thread waits for a delivery, so nobody else would look. */
    private synchronized void lookOut() {
        while (!deliveries.isEmpty()) {
            try {
                wait(LOOK_MILLIS);
            } catch (InterruptedException ended) {
                break;
            }
            look();
        }
        lookingOut = false;
    }

    private void start(Runnable delivery) {
        delivering++;
        background(delivery);
    }

    private static void background(Runnable work) {
        var before = Scope.suspend();
        try {
            var thread = new Thread(work, "fluxrun-delivery");
            thread.setDaemon(true);
            thread.start();
        } finally {
            Scope.restore(before);
        }
    }

    /** The wait for one event. */
    private final class Waiting implements ForkJoinPool.ManagedBlocker {
        private final int place;

        Waiting(int place) {
            this.place = place;
        }

        @Override
        public boolean block() throws InterruptedException {
            return look(place);
        }

        @Override
        public boolean isReleasable() {
            return isOver(place);
        }
    }
}
