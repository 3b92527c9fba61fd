package io.fluxrun.record;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Boot;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Value;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the application reads while it starts: the session of all threads that have none, until the first run opens.
 * Configuration and JDBC metadata are still taken in after that. Thread-safe.
 */
public final class BootRecording implements Recording {
    private static final String ID = "boot";
    private static final int NAMES = 10_000;

    /** Every JVM has its own, and Spring Boot and Tomcat set some themselves: a replay must see those of its JVM. */
    private static final Pattern OF_THE_JVM =
            Pattern.compile("(java|javax|jdk|sun|os|user|file|line|path|native|stdout|stderr|catalina|fluxrun)\\..*"
                    + "|PID|awt\\.toolkit|spring\\.beaninfo\\.ignore");

    private final Limits limits;
    private final Lane main = Lane.main(this);
    private final RunData data;
    private final Map<String, String> configuration = new ConcurrentHashMap<>();
    private final Map<String, Supplier<Value>> metadata = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private volatile boolean started;
    private @Nullable Boot snapshot;
    private long snapshotChanges = -1;

    BootRecording(Limits limits) {
        this.limits = limits;
        this.data = new RunData(main, Instant.now(), limits, new Budget(new AtomicLong(), limits));
    }

    Lane main() {
        return main;
    }

    /** Says that the application has started: exchanges are no longer the boot's. */
    void started() {
        started = true;
    }

    /** Takes in a setting from outside the jar, by the name it was asked for; the last value counts. */
    public void configuration(String name, String value) {
        if (configuration.size() < NAMES && !value.equals(configuration.put(name, value))) {
            changes.incrementAndGet();
        }
    }

    /** Returns what is known now; the same object until something is added. */
    synchronized Boot snapshot() {
        long now = changes.get();
        if (snapshot == null || snapshotChanges != now) {
            snapshot = build();
            snapshotChanges = now;
        }
        return snapshot;
    }

    private Boot build() {
        var reasons = new LinkedHashSet<String>();
        var metadataValues = new HashMap<String, Value>();
        metadata.forEach((key, value) -> metadataValues.put(key, Evaluated.value(value, key, reasons)));
        var exchanges = new ExchangeList(data, reasons).exchanges();
        data.reasons().forEach(reason -> reasons.add("boot: " + reason));
        var env =
                new Environment(data.environment(EnvironmentKind.VARIABLE), data.environment(EnvironmentKind.PROPERTY));
        return new Boot(Map.copyOf(configuration), env, metadataValues, exchanges, Reasons.readiness(reasons));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean closed() {
        return started;
    }

    @Override
    public boolean ambient() {
        return true;
    }

    @Override
    public void laneOpened(Lane child) {
        data.opened(child);
    }

    @Override
    public boolean reserve(int bytes) {
        return data.test(bytes);
    }

    @Override
    public int bodyLimit() {
        return limits.body();
    }

    @Override
    public void exchange(
            Lane lane,
            String boundary,
            String operation,
            boolean write,
            long startedNanos,
            Supplier<Value> request,
            Supplier<Answer> answer) {
        if (!started) {
            data.exchange(lane, boundary, operation, write, startedNanos, request, answer);
            changes.incrementAndGet();
        }
    }

    /** A boot is not replayed reading by reading: its clock runs from the first reading of the run. */
    @Override
    public void reading(Lane lane, String api, String site, long value) {}

    @Override
    public void reading(Lane lane, String api, String site, @Nullable Object value) {}

    @Override
    public void draw(Lane lane, String api, String site, @Nullable Object value) {}

    @Override
    public void environment(EnvironmentKind kind, String name, @Nullable String value) {
        boolean ofTheJvm =
                kind == EnvironmentKind.PROPERTY && OF_THE_JVM.matcher(name).matches();
        if (!ofTheJvm && data.environment(kind, name, value)) {
            changes.incrementAndGet();
        }
    }

    @Override
    public void metadata(String key, Supplier<Value> value) {
        if (metadata.size() < NAMES && metadata.putIfAbsent(key, value) == null) {
            changes.incrementAndGet();
        }
    }

    @Override
    public void partial(String reason) {
        if (data.partial(reason)) {
            changes.incrementAndGet();
        }
    }
}
