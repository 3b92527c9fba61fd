package io.fluxrun.replay;

import io.fluxrun.run.OrderEvent;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is. An event of a lane waits until it is the next recorded one and no other lane runs: each has reached
 * its next event, waits for another lane, or has ended. Thread-safe.
 */
final class Turns {
    private final Lanes lanes = new Lanes();
    private final Workers workers = new Workers(this::look);
    private final Agenda agenda;
    private final ReleaseRule rule;
    private boolean lookingOut;

    Turns(List<OrderEvent> order, Consumer<String> notes) {
        // One lane alone has its order anyway.
        boolean concurrent = order.stream().anyMatch(event -> event.event().equals(OrderEvent.HANDOVER));
        agenda = new Agenda(concurrent ? order : List.of());
        rule = new ReleaseRule(agenda, workers, lanes, notes);
    }

    void handedOver(String lane, String child) {
        synchronized (this) {
            lanes.opened(child);
        }
        await(lane, OrderEvent.HANDOVER, child, null);
    }

    void exchanged(String lane, int n) {
        await(lane, OrderEvent.EXCHANGE, String.valueOf(n), null);
    }

    void completing(String lane) {
        counted(lane, OrderEvent.COMPLETION, "", null);
    }

    /** A sleep or a timed wait in a method is over, or would be if it took any time. */
    void waited(String lane, String event, String site, @Nullable Runnable pause) {
        counted(lane, event, site, pause);
    }

    private void counted(String lane, String event, String site, @Nullable Runnable pause) {
        int nth;
        synchronized (this) {
            if (lanes.isAlone()) {
                return;
            }
            nth = lanes.nth(lane, event + site);
        }
        await(lane, event, site.isEmpty() ? String.valueOf(nth) : site + "#" + nth, pause);
    }

    /** A lane sleeps that did not when it was recorded: whoever can go on does. */
    synchronized void rests(String lane) {
        var thread = Thread.currentThread();
        workers.turn(thread, Workers.Turn.AWAITED);
        rule.apply();
        workers.turn(thread, Workers.Turn.NONE);
        notifyAll();
    }

    /** Has a thread wait for what came in time; returns whether it cannot come, because all lanes wait. */
    boolean awaitsInVain(String lane, Runnable wait) {
        var waiting = new PatientWait(lane, Thread.currentThread());
        synchronized (this) {
            if (!workers.works(lane)) {
                workers.begin(lane, waiting.thread());
            }
            rule.waits(waiting);
            lookOutIfNeeded();
        }
        try {
            wait.run();
        } finally {
            synchronized (this) {
                rule.waitsNoMore(waiting);
            }
        }
        if (waiting.isVain()) {
            Thread.interrupted();
        }
        return waiting.isVain();
    }

    synchronized void begun(String lane) {
        lanes.begun(lane);
        workers.begin(lane, Thread.currentThread());
        moved();
    }

    synchronized void ended(String lane) {
        workers.end(lane, Thread.currentThread());
        if (!workers.works(lane)) {
            lanes.ended(lane);
        }
        moved();
    }

    /** The lane of the entry has ended, on whichever thread. */
    synchronized void entryEnded(String main) {
        var thread = workers.threadOf(main);
        if (thread != null) {
            workers.end(main, thread);
        }
        lanes.ended(main);
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
            rule.deliveries().add(place, delivery);
            moved();
            lookOutIfNeeded();
        } else {
            rule.deliveries().start(delivery);
        }
    }

    synchronized void delivered() {
        rule.deliveries().ended();
        moved();
    }

    /** Returns why the order was another one than recorded up to an exchange, 0: at all; empty if it was the same. */
    synchronized List<String> reordered(int exchange) {
        return agenda.overtakenUpTo(exchange);
    }

    /** Returns why waits that came in time when they were recorded were in vain. */
    synchronized List<String> inVain() {
        return agenda.inVain();
    }

    /** Lets everything go on: the replay is judged. */
    synchronized void close() {
        rule.close();
        notifyAll();
    }

    private void await(String lane, String event, String ref, @Nullable Runnable pause) {
        var thread = Thread.currentThread();
        int place = arrive(thread, lane, event, ref);
        if (place < 0) {
            return;
        }
        boolean interrupted = false;
        while (!isOver(place)) {
            try {
                if (pause == null) {
                    // A pool of few threads needs another one meanwhile: the next event may be that of a queued task.
                    ForkJoinPool.managedBlock(new Waiting(place));
                } else {
                    pause.run();
                    look();
                    interrupted |= Thread.interrupted();
                }
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
            rule.reached(place, thread);
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
            wait(Looks.MILLIS);
            look();
        }
        return agenda.isOver(place);
    }

    private void moved() {
        rule.moved();
        look();
    }

    private synchronized void look() {
        if (rule.apply()) {
            notifyAll();
        }
    }

    /** No thread may be left that looks. */
    private void lookOutIfNeeded() {
        if (!lookingOut && rule.needsLookOut()) {
            lookingOut = true;
            Deliveries.background(this::lookOut);
        }
    }

    private synchronized void lookOut() {
        while (rule.needsLookOut()) {
            try {
                wait(Looks.MILLIS);
            } catch (InterruptedException ended) {
                break;
            }
            look();
        }
        lookingOut = false;
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
