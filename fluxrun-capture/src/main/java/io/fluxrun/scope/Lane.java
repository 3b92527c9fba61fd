package io.fluxrun.scope;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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

    private Lane(Session session, String name, @Nullable String parent) {
        this.session = session;
        this.name = name;
        this.parent = parent;
    }

    /** Returns the lane of a session's entry. */
    public static Lane main(Session session) {
        return new Lane(session, MAIN, null);
    }

    /**
     * Returns the lane of work handed over here.
     *
     * @param site class and method that hands it over, {@code com.acme.Orders#place}
     */
    public Lane child(String site) {
        if (name.length() > LONGEST_NAME) {
            return this;
        }
        int nth = handOvers.computeIfAbsent(site, key -> new AtomicInteger()).incrementAndGet();
        var child = new Lane(session, name + "/" + site + "#" + nth, name);
        session.laneOpened(child);
        return child;
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
}
