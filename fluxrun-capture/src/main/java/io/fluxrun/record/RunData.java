package io.fluxrun.record;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of a run. Appending is cheap; reading is for the background. Asked for space, it says yes or no. */
final class RunData implements LongPredicate {
    private static final int LANE_BYTES = 512;
    private static final int REASONS = 20;
    private static final int NAMES = 10_000;

    private final Instant recordedAt;
    private final long startNanos = System.nanoTime();
    private final Limits limits;
    private final Budget budget;
    private final LaneLog main;
    private final Trail trail;
    private final AtomicInteger exchanges = new AtomicInteger();
    private volatile @Nullable Map<Lane, LaneLog> children;
    private volatile boolean handedOver;
    private volatile String lastOperation = "";
    private @Nullable Set<String> reasons;
    private @Nullable Map<EnvironmentKind, Map<String, Value>> environment;
    private @Nullable List<Runnable> ends;

    RunData(Lane main, Instant recordedAt, Limits limits, Budget budget) {
        this.recordedAt = recordedAt;
        this.limits = limits;
        this.budget = budget;
        this.main = new LaneLog(main, startNanos, Thread.currentThread());
        this.trail = new Trail(lane -> System.nanoTime() - startNanos, new TrailRoom(limits, budget));
    }

    Instant recordedAt() {
        return recordedAt;
    }

    long startNanos() {
        return startNanos;
    }

    Trail trail() {
        return trail;
    }

    Budget budget() {
        return budget;
    }

    /** Returns the operation of the exchange that ended last, empty if none did. */
    String lastOperation() {
        return lastOperation;
    }

    Journal mainReadings() {
        return main.journal();
    }

    void exchange(
            Lane lane,
            String boundary,
            String operation,
            boolean write,
            long startedNanos,
            Supplier<Value> request,
            Supplier<Answer> answer) {
        LaneLog log = log(lane);
        if (log == null) {
            return;
        }
        if (exchanges.incrementAndGet() > limits.exchanges()) {
            partial("it made more than the " + limits.exchanges() + " exchanges kept of a run");
        } else {
            lastOperation = operation;
            log.life().goesOn();
            log.exchange(boundary, operation, write, startedNanos, request, answer, this);
        }
    }

    void reading(Lane lane, String api, String site, long value) {
        LaneLog log = log(lane);
        if (log != null) {
            log.reading(api, site, value, this);
        }
    }

    void reading(Lane lane, String api, String site, @Nullable Object value) {
        LaneLog log = log(lane);
        if (log != null) {
            log.reading(api, site, value, this);
        }
    }

    void draw(Lane lane, String api, String site, @Nullable Object value) {
        LaneLog log = log(lane);
        if (log != null) {
            log.draw(api, site, value, this);
        }
    }

    void opened(Lane child) {
        handedOver = true;
        LaneLog parent = parent(child);
        if (parent != null) {
            parent.life().goesOn();
        }
        if (test(LANE_BYTES + child.name().length())) {
            children().put(child, new LaneLog(child, child.openedNanos(), null));
        }
    }

    void begun(Lane lane) {
        LaneLog log = log(lane);
        if (log != null) {
            log.life().begun();
        }
    }

    void ended(Lane lane) {
        LaneLog log = log(lane);
        if (log != null) {
            log.life().ended();
        }
    }

    void settled(Lane lane) {
        LaneLog log = handedOver ? log(lane) : null;
        if (log != null) {
            log.life().settled();
        }
    }

    /** Notes the moment; as long as there is one lane only, nobody can come second. */
    void completing(Lane lane) {
        LaneLog log = handedOver ? log(lane) : null;
        if (log != null) {
            log.life().completing(this);
        }
    }

    /** As {@link #completing}. The parts of a parallel stream have no order. */
    void waited(Lane lane, String event, String site) {
        LaneLog log = handedOver && !lane.isGroup() ? log(lane) : null;
        if (log != null) {
            log.life().waited(event, site, this);
        }
    }

    /** Returns whether work was handed over, whether or not there was space for its lane. */
    boolean handedOver() {
        return handedOver;
    }

    /** Returns the lanes in the order in which they were opened. */
    List<LaneLog> lanes() {
        var lanes = new ArrayList<LaneLog>();
        var opened = children;
        if (opened != null) {
            lanes.addAll(opened.values());
            lanes.sort(Comparator.comparingLong(LaneLog::openedNanos)
                    .thenComparing(log -> log.lane().name()));
        }
        lanes.add(0, main);
        return lanes;
    }

    @Override
    public boolean test(long bytes) {
        var taken = budget.take(bytes);
        if (taken != Budget.Taken.YES) {
            full(taken);
        }
        return taken == Budget.Taken.YES;
    }

    private void full(Budget.Taken taken) {
        if (taken == Budget.Taken.RUN_FULL) {
            partial("it is larger than the " + limits.run() + " bytes kept of a run");
        } else if (taken == Budget.Taken.PROCESS_FULL) {
            partial("all runs in progress together were larger than the " + limits.process() + " bytes kept");
        }
    }

    /** Returns whether that was not known. */
    synchronized boolean partial(String reason) {
        if (reasons == null) {
            reasons = new LinkedHashSet<>();
        }
        return reasons.size() < REASONS && reasons.add(reason);
    }

    synchronized List<String> reasons() {
        return reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** Returns whether that was not known. */
    synchronized boolean environment(EnvironmentKind kind, String name, @Nullable String value) {
        if (environment == null) {
            environment = new EnumMap<>(EnvironmentKind.class);
        }
        Map<String, Value> known = environment.computeIfAbsent(kind, any -> new LinkedHashMap<>());
        return known.size() < NAMES && known.putIfAbsent(name, Value.of(value)) == null;
    }

    synchronized Map<String, Value> environment(EnvironmentKind kind) {
        return environment == null ? Map.of() : Map.copyOf(environment.getOrDefault(kind, Map.of()));
    }

    synchronized void atClose(Runnable end) {
        if (ends == null) {
            ends = new ArrayList<>();
        }
        ends.add(end);
    }

    synchronized List<Runnable> takeEnds() {
        var taken = ends == null ? List.<Runnable>of() : ends;
        ends = null;
        return taken;
    }

    private @Nullable LaneLog parent(Lane child) {
        Lane parent = child.handedOverBy();
        return parent == null ? null : log(parent);
    }

    private @Nullable LaneLog log(Lane any) {
        Lane lane = any.origin();
        if (lane == main.lane()) {
            return main;
        }
        var opened = children;
        return opened == null ? null : opened.get(lane);
    }

    private synchronized Map<Lane, LaneLog> children() {
        var opened = children;
        if (opened == null) {
            opened = new ConcurrentHashMap<>();
            children = opened;
        }
        return opened;
    }
}
