package io.fluxrun.scope;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether a watched thread waits and nobody has woken it. The JVM alone cannot say: a thread that was woken and has not
 * been scheduled yet still counts as waiting there. Takes no lock, because it is told from inside {@code unpark}.
 * Thread-safe.
 */
public final class Parking {
    private static final ConcurrentHashMap<Thread, Parking> WATCHED = new ConcurrentHashMap<>();

    private final Thread thread;
    private final Runnable beforeParking;
    private volatile boolean woken;
    private volatile int times;

    private Parking(Thread thread, Runnable beforeParking) {
        this.thread = thread;
        this.beforeParking = beforeParking;
    }

    /**
     * Watches a thread from now on.
     *
     * @param beforeParking called by the thread itself; must not park
     */
    public static Parking watch(Thread thread, Runnable beforeParking) {
        var parking = new Parking(thread, beforeParking);
        WATCHED.put(thread, parking);
        return parking;
    }

    public void unwatch() {
        WATCHED.remove(thread, this);
    }

    public Thread thread() {
        return thread;
    }

    /** Returns whether the thread waits, for ever or for a time, and nothing has happened yet that ends it. */
    public boolean isAsleep() {
        var state = thread.getState();
        return (state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING)
                && !woken
                && !thread.isInterrupted();
    }

    /** Returns a number that is another one once the thread has parked again. */
    public int times() {
        return times;
    }

    /** Called by a thread about to park; returns what is to be told of the {@link #ended end}, if it is watched. */
    public static @Nullable Parking begins() {
        var parking = WATCHED.isEmpty() ? null : WATCHED.get(Thread.currentThread());
        if (parking != null) {
            parking.begin();
        }
        return parking;
    }

    /** Called by the thread when it parks no more. */
    public void ended() {
        woken = false;
    }

    /** Called before a thread is unparked. */
    public static void wakes(@Nullable Thread thread) {
        var parking = thread == null || WATCHED.isEmpty() ? null : WATCHED.get(thread);
        if (parking != null) {
            parking.woken = true;
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // the thread itself writes alone
    private void begin() {
        times++;
        if (!woken) {
            beforeParking.run();
        }
    }
}
