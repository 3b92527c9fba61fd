package io.fluxrun.replay;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One replay of a fixture: answers from it, and from nowhere else, for ever. Bind {@link #main()} to the thread that runs
 * the entry, then {@link #end}. Thread-safe; sessions know nothing of each other and may run side by side.
 */
public final class ReplaySession implements Replaying {
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final ReplayInput input;
    private final Lane main = Lane.main(this);
    private final Lane airlock;
    private final RequestKeys keys;
    private final Tape tape;
    private final Intended intended;
    private final Divergences divergences;
    private final RecordedSites sites;
    private final Set<String> entered = ConcurrentHashMap.newKeySet();
    private final CountDownLatch entryEnded = new CountDownLatch(1);
    private volatile @Nullable Throwable entryError;

    public ReplaySession(ReplayInput input) {
        this.input = input;
        var run = input.fixture().run();
        keys = new RequestKeys(input.keys());
        var lanes = RecordedSites.laneNames(run);
        tape = new Tape(run.exchanges(), lanes, keys);
        intended = new Intended(input.fixture().guard(), run.exchanges(), keys);
        divergences = new Divergences(input, tape, keys);
        sites = new RecordedSites(run, lanes, divergences::note);
        airlock = new BootSession(input.boot(), run.info().recordedAt(), input.keys()).main();
        Scope.sessionOpened(); // never closed: work that outlives the replay must find its lane and stay blocked
    }

    @Override
    public String id() {
        return input.fixture().run().info().id();
    }

    /** Returns the lane of the entry. */
    public Lane main() {
        return main;
    }

    @Override
    public Lane airlock() {
        return airlock;
    }

    @Override
    public void laneOpened(Lane child) {
        tape.opened(child.name());
        sites.opened(child.name(), child.parent());
    }

    @Override
    public Answer ask(Lane lane, String boundary, String operation, boolean write, Value request) {
        var matched = keys.of(boundary, operation, request);
        Exchange exchange;
        try {
            exchange = tape.take(lane.name(), matched);
        } catch (Tape.AmbiguousAnswer ambiguous) {
            throw divergences.ambiguous(lane, operation, write, matched, request, ambiguous.candidates());
        }
        if (exchange != null) {
            sites.served(lane.name(), exchange);
            return exchange.answer();
        }
        var authored = intended.answer(matched, write);
        if (authored != null) {
            return authored;
        }
        throw divergences.unanswered(lane, operation, write, matched, request);
    }

    @Override
    public @Nullable Value reading(Lane lane, String api, String site) {
        return sites.reading(lane.name(), api, site);
    }

    @Override
    public Instant now(Lane lane) {
        return sites.clock().now(lane.name());
    }

    @Override
    public long nanoTime(Lane lane) {
        return sites.clock().nanoTime(lane.name());
    }

    @Override
    public @Nullable Value draw(Lane lane, String api, String site) {
        return sites.draw(lane.name(), api, site);
    }

    @Override
    public Random derived(Lane lane, String site) {
        return sites.derived(lane.name(), site);
    }

    @Override
    public @Nullable Value environment(EnvironmentKind kind, String name) {
        var recorded = Environments.find(input.fixture().run().env(), kind, name);
        return recorded == null ? Environments.find(input.boot().env(), kind, name) : recorded;
    }

    @Override
    public Map<String, String> variables() {
        return Environments.variables(input.boot().env(), input.fixture().run().env());
    }

    @Override
    public @Nullable Value metadata(String key) {
        return input.boot().metadata().get(key);
    }

    @Override
    public LiveCallBlockedError blocked(Lane lane, String boundary, String what) {
        return divergences.blocked(lane, boundary, what);
    }

    @Override
    public DivergedError unanswered(Lane lane, String boundary, String what) {
        return divergences.unread(lane, boundary, what);
    }

    @Override
    public void entryEnded(@Nullable Throwable error) {
        entryError = error;
        entryEnded.countDown();
    }

    @Override
    public void note(String remark) {
        divergences.note(remark);
    }

    /** Tells that the application entered {@code class#method}: evidence that a bug without exchanges was approached. */
    public void entered(String method) {
        entered.add(method);
    }

    /** Waits until the entry's hook has said that the entry ended. Returns false if it has not by then. */
    public boolean awaitEntryEnded(Duration timeout) throws InterruptedException {
        return entryEnded.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Judges the replay; call it once the entry has ended.
     *
     * @param result for http: status, headers, body; for a method: its encoded value; {@link Value#NULL} if it threw
     * @param error what the entry threw, {@code null} to take what its hook has told
     */
    public ReplayResult end(Value result, @Nullable Throwable error, Expectation expectation)
            throws InterruptedException {
        tape.settle(SETTLE.toNanos());
        var thrown = error == null ? entryError : error;
        var evidence = Evidence.of(
                input,
                expectation,
                result,
                thrown == null ? null : Thrown.of(thrown),
                tape.served(),
                intended,
                divergences,
                Set.copyOf(entered));
        return VerdictMessage.result(evidence, Guarding.judge(evidence));
    }
}
