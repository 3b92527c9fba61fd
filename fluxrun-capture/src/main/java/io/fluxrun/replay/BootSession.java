package io.fluxrun.replay;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Boot;
import io.fluxrun.run.RunInfo;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The world of a replayed application outside any replay: while it starts, and in its background threads for ever. What
 * it asked while it started is answered again, in any order and as often as it asks; everything else is blocked.
 * Thread-safe.
 */
public final class BootSession implements Replaying {
    private static final int ATTEMPTS = 20;
    private static final long NANO_TIME = 1_000_000_000_000L;

    private final Boot boot;
    private final RequestKeys keys;
    private final Map<Request, Answer> answers = new HashMap<>();
    private final VirtualClock clock;
    private final Defaults defaults;
    private final ConcurrentHashMap<String, AtomicInteger> derived = new ConcurrentHashMap<>();
    private final Lane main = Lane.main(this);
    private final Set<String> attempts = ConcurrentHashMap.newKeySet();
    private final Set<Integer> loopback = ConcurrentHashMap.newKeySet();

    /** @param run whose time its clock shows, not that of the recorded start, and whose zone and locale are its default */
    public BootSession(Boot boot, RunInfo run, List<RequestKey> keys) {
        this.boot = boot;
        this.keys = new RequestKeys(keys, new Tolerances(List.of()));
        boot.exchanges().forEach(exchange -> answers.putIfAbsent(this.keys.of(exchange), exchange.answer()));
        defaults = Defaults.of(run);
        clock = new VirtualClock(run.recordedAt(), ZoneOffset.UTC, NANO_TIME);
        Scope.sessionOpened(); // never closed: background threads must find their lane and stay blocked
    }

    public Lane main() {
        return main;
    }

    @Override
    public String id() {
        return "boot";
    }

    @Override
    public Lane airlock() {
        return main;
    }

    @Override
    public void laneOpened(Lane child) {
        clock.opened(child.name(), child.parent());
    }

    @Override
    public Answer ask(Lane lane, String boundary, String operation, boolean write, Value request) {
        var answer = answers.get(keys.of(boundary, operation, request));
        if (answer == null) {
            attempted(operation, boundary, lane);
            throw new DivergedError("FluxRun blocked " + operation + " (" + boundary
                    + ") outside a replay, in the replayed application's start or background work (lane " + lane.name()
                    + "): the recorded boot has no answer to it");
        }
        return answer;
    }

    @Override
    public @Nullable Answer lookUp(Lane lane, String boundary, String operation, Value request) {
        return answers.get(keys.of(boundary, operation, request));
    }

    @Override
    public @Nullable Value reading(Lane lane, String api, String site) {
        clock.poll(lane.name(), site, false);
        return null;
    }

    @Override
    public Instant now(Lane lane) {
        return clock.now(lane.name());
    }

    @Override
    public long nanoTime(Lane lane) {
        return clock.nanoTime(lane.name());
    }

    @Override
    public @Nullable Value draw(Lane lane, String api, String site) {
        return null;
    }

    @Override
    public Random derived(Lane lane, String site) {
        int nth = derived.computeIfAbsent(lane.name() + " " + site, key -> new AtomicInteger())
                .incrementAndGet();
        return Seeds.random(id(), lane.name(), site, nth);
    }

    @Override
    public @Nullable Value environment(EnvironmentKind kind, String name) {
        return Environments.find(boot.env(), kind, name);
    }

    @Override
    public Map<String, String> variables() {
        return Environments.variables(boot.env());
    }

    @Override
    public TimeZone timeZone() {
        return defaults.timeZone();
    }

    @Override
    public Locale locale() {
        return defaults.locale();
    }

    @Override
    public @Nullable Value metadata(String key) {
        return boot.metadata().get(key);
    }

    @Override
    public LiveCallBlockedError blocked(Lane lane, String boundary, String what) {
        attempted(what, boundary, lane);
        return new LiveCallBlockedError("FluxRun blocked " + what + " (" + boundary
                + ") outside a replay, in the replayed application's start or background work (lane " + lane.name()
                + "): nothing live may happen there." + BlockedHint.of(boundary));
    }

    private void attempted(String what, String boundary, Lane lane) {
        if (attempts.size() < ATTEMPTS) {
            attempts.add(what + " (" + boundary + ", lane " + lane.name() + ")");
        }
    }

    /** Returns what was asked or tried so far and was blocked, sorted. */
    public List<String> attempts() {
        return attempts.stream().sorted().toList();
    }

    @Override
    public boolean allowsLoopback(int port) {
        return loopback.contains(port);
    }

    /** Lets connections to a server pass that the test itself runs on this port of the loopback interface. */
    void allowLoopback(int port) {
        loopback.add(port);
    }

    @Override
    public DivergedError unanswered(Lane lane, String boundary, String what) {
        return new DivergedError("FluxRun: " + what + " (" + boundary
                + "), asked outside a replay, in the replayed application's start or background work (lane "
                + lane.name() + "): the recorded boot has no answer to it");
    }

    @Override
    public void entryEnded(@Nullable Throwable error) {}

    @Override
    public void note(String remark) {}
}
