package io.fluxrun.replay;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.EnvironmentKind;
import io.fluxrun.scope.HandOver;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.LiveCallBlockedError;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import io.fluxrun.scope.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
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
    private final BootSession background;
    private final RequestKeys keys;
    private final Tolerances tolerances;
    private final Tape tape;
    private final Intended intended;
    private final Divergences divergences;
    private final RecordedSites sites;
    private final OpenWork work;
    private final Turns turns;
    private final Defaults defaults;
    private final Answers answers;
    private final Trail trail;
    private final Set<String> entered = ConcurrentHashMap.newKeySet();
    private final CountDownLatch entryEnded = new CountDownLatch(1);
    private volatile @Nullable Throwable entryError;
    private volatile boolean ended;

    public ReplaySession(ReplayInput input) {
        this.input = input;
        var run = input.fixture().run();
        tolerances = new Tolerances(input.fixture().guard().tolerances());
        keys = new RequestKeys(input.keys(), tolerances);
        var lanes = RecordedSites.laneNames(run);
        tape = new Tape(run.exchanges(), lanes, keys);
        intended = new Intended(input.fixture().guard(), run.exchanges(), keys);
        divergences = new Divergences(input, tape, keys);
        defaults = Defaults.of(run.info());
        sites = new RecordedSites(run, lanes, divergences::note);
        answers = new Answers(run, tape, intended, divergences, sites);
        background = new BootSession(input.boot(), run.info(), input.keys());
        work = new OpenWork(run.lanes());
        turns = new Turns(run.order(), divergences::note);
        trail = new Trail(
                lane -> Duration.between(run.info().recordedAt(), now(lane)).toNanos(), Trail.Room.ENDLESS);
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
        return background.main();
    }

    @Override
    public Trail trail() {
        return trail;
    }

    @Override
    public void laneOpened(Lane child) {
        tape.opened(child.name());
        sites.opened(child.name(), child.parent());
        if (child.parent() != null) {
            turns.handedOver(child.parent(), child.name());
        }
    }

    @Override
    public void laneBegun(Lane lane) {
        work.begun(lane.name());
        turns.begun(lane.name());
    }

    @Override
    public void laneEnded(Lane lane) {
        turns.ended(lane.name());
        work.ended(lane.name());
    }

    @Override
    public void completing(Lane lane) {
        turns.completing(lane.name());
    }

    @Override
    public Answer ask(Lane lane, String boundary, String operation, boolean write, Value request) {
        var found = find(lane, boundary, operation, write, request);
        if (found.n() > 0) {
            turns.exchanged(lane.name(), found.n());
        }
        return found.answer();
    }

    @Override
    public Due askAhead(Lane lane, String boundary, String operation, boolean write, Value request) {
        var found = find(lane, boundary, operation, write, request);
        turns.announce(lane.name(), found.n());
        return new Due() {
            @Override
            public Answer answer() {
                return found.answer();
            }

            @Override
            public void whenDue(Runnable delivery) {
                turns.deliver(lane.name(), found.n(), delivery);
            }

            @Override
            public void delivered() {
                turns.delivered();
            }
        };
    }

    @Override
    public @Nullable Answer lookUp(Lane lane, String boundary, String operation, Value request) {
        var matched = keys.of(boundary, operation, request);
        var found = answers.to(lane, operation, false, matched, request);
        if (found != null) {
            if (found.n() > 0) {
                turns.exchanged(lane.name(), found.n());
            }
            return found.answer();
        }
        if (work.isDetached(lane.name())) {
            throw divergences.outlived(lane, operation, boundary);
        }
        try {
            var known = tape.known(lane.name(), matched);
            if (known == null) {
                divergences.absent(lane, operation, matched, request);
                return null;
            }
            note(VerdictMessage.named(known) + " was looked up where the recorded run did not, and is taken to be as in"
                    + " exchange " + known.n());
            return known.answer();
        } catch (Tape.AmbiguousAnswer ambiguous) {
            throw divergences.ambiguous(lane, operation, false, matched, request, ambiguous.candidates());
        }
    }

    @Override
    public boolean isNext(Lane lane, String boundary, String operation, Value request) {
        return tape.isNext(lane.name(), keys.of(boundary, operation, request));
    }

    private Answers.Found find(Lane lane, String boundary, String operation, boolean write, Value request) {
        var matched = keys.of(boundary, operation, request);
        var found = answers.to(lane, operation, write, matched, request);
        if (found != null) {
            return found;
        }
        if (work.isDetached(lane.name())) {
            throw divergences.outlived(lane, operation, boundary);
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
    public @Nullable Value waited(Lane lane, String api, String site) {
        // Work that outlives the replay has nobody to wait for.
        return ended ? null : sites.waited(lane.name(), api, site);
    }

    @Override
    public boolean pass(Lane lane, String event, String site, long nanos, @Nullable Runnable pause) {
        if (ended) {
            return false; // work that outlives the replay and sleeps in a loop would spin
        }
        if (isOrdered(lane)) {
            turns.waited(lane.name(), event, site, pause);
        }
        sites.clock().pass(lane.name(), nanos);
        return true;
    }

    @Override
    public boolean rest(Lane lane, long nanos) {
        if (ended) {
            return false;
        }
        turns.rests(lane.name());
        sites.clock().pass(lane.name(), nanos);
        return true;
    }

    @Override
    public boolean await(Lane lane, Runnable wait) {
        if (ended) {
            wait.run();
            return false;
        }
        return turns.awaitsInVain(lane.name(), wait);
    }

    @Override
    public void came(Lane lane, String event, String site) {
        if (!ended && isOrdered(lane)) {
            turns.waited(lane.name(), event, site, null);
        }
    }

    /** The parts of a parallel stream share their lane. */
    private static boolean isOrdered(Lane lane) {
        return !lane.isGroup() && !lane.isShadow();
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
    public TimeZone timeZone() {
        return defaults.timeZone();
    }

    @Override
    public Locale locale() {
        return defaults.locale();
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
    public boolean allowsLoopback(int port) {
        return background.allowsLoopback(port);
    }

    /** Lets connections to a server pass that the test itself runs on this port of the loopback interface. */
    public void allowLoopback(int port) {
        background.allowLoopback(port);
    }

    /** Notes live calls that background work tried and that were blocked. */
    public void noteBlocked(List<String> attempts) {
        attempts.forEach(attempt -> note("blocked in the background: " + attempt));
    }

    @Override
    public void entryEnded(@Nullable Throwable error) {
        entryError = error;
        turns.entryEnded(Lane.MAIN);
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
        turns.entryEnded(Lane.MAIN);
        var unfinished = work.settle(this, SETTLE, tape::hasLeft);
        ended = true;
        var signature = input.fixture().run().outcome().signature();
        var reordered = turns.reordered(signature == null ? 0 : signature.breaking());
        turns.close();
        divergences.settle(intended.removed());
        HandOver.forgetLost();
        noteBlocked(background.attempts());
        var thrown = error == null ? entryError : error;
        var evidence = Evidence.of(
                input,
                expectation,
                result,
                thrown == null ? null : Thrown.of(thrown),
                tape.served(),
                answers.made(),
                intended,
                divergences,
                Set.copyOf(entered),
                unfinished,
                reordered,
                turns.inVain(),
                tolerances.stale());
        trail.close();
        return VerdictMessage.result(evidence, Guarding.judge(evidence)).with(trail);
    }
}
