package io.fluxrun.scope;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A logical thread of a run: it survives executors and virtual threads. Named by parent, hand-over site and nth, fixed
 * when the work is handed over, so that lanes are the same on every replay however threads interleave. Thread-safe.
 */
public final class Lane {
    public static final String MAIN = "main";

    /** Work that hands itself over again and again would have ever longer names: from here on it stays in its lane. */
    private static final int LONGEST_NAME = 8192;

    private final Session session;
    private final String name;
    private final @Nullable String parent;
    private final ConcurrentHashMap<String, AtomicInteger> handOvers = new ConcurrentHashMap<>();

    private final Kind kind;
    private final @Nullable Lane by;
    private final ConcurrentHashMap<Class<?>, Object> kept;

    private final long openedNanos;
    private volatile long begunNanos;
    private volatile @Nullable OpenSpan span;

    private Lane(Session session, String name, @Nullable String parent, Kind kind, @Nullable Lane by) {
        this.session = session;
        this.name = name;
        this.parent = parent;
        this.kind = kind;
        this.by = by;
        this.kept = by == null ? new ConcurrentHashMap<>() : by.kept;
        this.span = by == null ? null : by.span;
        this.openedNanos = by == null || kind == Kind.SHADOW ? 0 : System.nanoTime();
    }

    /** Returns the lane of a session's entry. */
    public static Lane main(Session session) {
        return new Lane(session, MAIN, null, Kind.WORK, null);
    }

    /**
     * Returns the lane of work handed over here.
     *
     * @param site class and method that hands it over, {@code com.acme.Orders#place}
     */
    public Lane child(String site) {
        return child(site, Kind.WORK);
    }

    /** Returns the lane of what is to be done with a future's result, given here: whether it is complete or not. */
    public Lane stage(String site) {
        return child(site, Kind.STAGE);
    }

    /** Returns the one lane of all parts of a parallel stream: how many there are depends on the machine. */
    public Lane group(String site) {
        return child(site, Kind.GROUP);
    }

    private Lane child(String site, Kind childs) {
        if (kind == Kind.SHADOW || name.length() > LONGEST_NAME) {
            return this;
        }
        int nth = handOvers.computeIfAbsent(site, key -> new AtomicInteger()).incrementAndGet();
        var child = new Lane(session, name + "/" + site + "#" + nth, name, childs, this);
        session.laneOpened(child);
        return child;
    }

    /**
     * Returns this lane for the inside of an exchange: what is handed over there stays in it, unnamed, and does not count
     * as the application's.
     */
    public Lane shadow() {
        return isShadow() ? this : new Lane(session, name, parent, Kind.SHADOW, this);
    }

    /** Returns the lane that this one is or is a shadow of. */
    public Lane origin() {
        return isShadow() && by != null ? by : this;
    }

    public boolean isShadow() {
        return kind == Kind.SHADOW;
    }

    /** Returns whether several threads work in this lane at once, so that nothing in it has an order. */
    public boolean isGroup() {
        return kind == Kind.GROUP;
    }

    public boolean isStage() {
        return kind == Kind.STAGE;
    }

    /** Tells the session that work of this lane begins on this thread. */
    public void begun() {
        if (!isShadow()) {
            if (begunNanos == 0 && openedNanos != 0) {
                begunNanos = System.nanoTime();
            }
            session.laneBegun(this);
        }
    }

    /** Tells the session that work of this lane has ended on this thread. */
    public void ended() {
        if (!isShadow()) {
            session.laneEnded(this);
        }
    }

    /**
     * Tells the session that this lane is about to complete a future that others may wait for. A stage completes its own,
     * or finds itself complete: which of the two is no matter of order.
     */
    public void completing() {
        if (kind == Kind.WORK) {
            session.completing(this);
        }
    }

    /** Tells the session where among others the lane's last completion came. */
    public void completionSettled() {
        if (kind == Kind.WORK) {
            session.completionSettled(this);
        }
    }

    /** Returns {@link System#nanoTime()} when the work was handed over, 0 for the lane of the entry. */
    public long openedNanos() {
        return openedNanos;
    }

    /** Returns how long the lane's work waited until it began; 0 if it was not handed over, or nothing really waits. */
    long waitedNanos() {
        return begunNanos == 0 || session instanceof Replaying ? 0 : begunNanos - openedNanos;
    }

    /** Returns the span that what happens in this lane belongs to. */
    @Nullable
    OpenSpan span() {
        return span;
    }

    void enter(@Nullable OpenSpan entered) {
        span = entered;
    }

    /** Returns the lane that handed this one its work, {@code null} for the lane of the entry. */
    public @Nullable Lane handedOverBy() {
        return by;
    }

    /** Returns what a boundary keeps for the whole run, whichever of its lanes asks; it is gone with the run. */
    public <T> T kept(Class<T> type, Supplier<T> first) {
        return type.cast(kept.computeIfAbsent(type, key -> first.get()));
    }

    public Session session() {
        return session;
    }

    public String name() {
        return name;
    }

    /** Returns the parent lane's name, {@code null} for the lane of the entry. */
    public @Nullable String parent() {
        return parent;
    }

    private enum Kind {
        WORK,
        STAGE,
        GROUP,
        SHADOW
    }
}
