package io.fluxrun.boundary;

import io.fluxrun.replay.RequestKey;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A replay of recorded exchanges: per lane, first come first served among equal requests. */
public final class ReplayInMemory implements Replaying {
    private final Set<Integer> loopback = ConcurrentHashMap.newKeySet();
    private final List<String> misses = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final Map<String, Value> metadata;
    private final List<Exchange> left;
    private final RequestKey keys;
    private final Lane main = Lane.main(this);

    public ReplayInMemory(List<Exchange> recorded, RequestKey keys) {
        this(recorded, Map.of(), keys);
    }

    public ReplayInMemory(List<Exchange> recorded, Map<String, Value> metadata, RequestKey keys) {
        this.metadata = metadata;
        this.left = new ArrayList<>(recorded);
        this.keys = keys;
        Scope.sessionOpened(); // for ever, as in a real replay: work that outlives it stays blocked
    }

    public Lane main() {
        return main;
    }

    /** Returns what was asked or tried and is not in the recording. */
    public List<String> misses() {
        return List.copyOf(misses);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    public synchronized List<Exchange> left() {
        return List.copyOf(left);
    }

    @Override
    public synchronized Answer ask(Lane lane, String boundary, String operation, boolean write, Value request) {
        for (Exchange exchange : left) {
            if (exchange.lane().equals(lane.name())
                    && exchange.operation().equals(operation)
                    && keys.key(exchange.request()).equals(keys.key(request))) {
                left.remove(exchange);
                return exchange.answer();
            }
        }
        misses.add(operation);
        throw new DivergedError("no answer for " + operation + " in lane " + lane.name());
    }

    @Override
    public synchronized Answer lookUp(Lane lane, String boundary, String operation, Value request) {
        boolean recorded = left.stream()
                .anyMatch(exchange -> exchange.operation().equals(operation)
                        && keys.key(exchange.request()).equals(keys.key(request)));
        if (!recorded) {
            notes.add("absent: " + operation);
            return null;
        }
        return ask(lane, boundary, operation, false, request);
    }

    @Override
    public synchronized boolean isNext(Lane lane, String boundary, String operation, Value request) {
        return left.stream()
                .filter(exchange -> exchange.lane().equals(lane.name())
                        && exchange.operation().equals(operation))
                .findFirst()
                .filter(exchange -> keys.key(exchange.request()).equals(keys.key(request)))
                .isPresent();
    }

    public void allowLoopback(int port) {
        loopback.add(port);
    }

    @Override
    public boolean allowsLoopback(int port) {
        return loopback.contains(port);
    }

    @Override
    public LiveCallBlockedError blocked(Lane lane, String boundary, String what) {
        misses.add(what);
        return new LiveCallBlockedError(what);
    }

    @Override
    public String id() {
        return "replay";
    }

    @Override
    public void laneOpened(Lane child) {}

    @Override
    public Value reading(Lane lane, String api, String site) {
        return null;
    }

    @Override
    public Instant now(Lane lane) {
        return Instant.EPOCH;
    }

    @Override
    public long nanoTime(Lane lane) {
        return 0;
    }

    @Override
    public Value draw(Lane lane, String api, String site) {
        return null;
    }

    @Override
    public Random derived(Lane lane, String site) {
        return new Random(0);
    }

    @Override
    public Value environment(EnvironmentKind kind, String name) {
        return null;
    }

    @Override
    public Value metadata(String key) {
        return metadata.get(key);
    }

    @Override
    public void entryEnded(Throwable error) {}

    @Override
    public void note(String remark) {
        notes.add(remark);
    }
}
