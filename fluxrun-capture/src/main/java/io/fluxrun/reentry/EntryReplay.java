package io.fluxrun.reentry;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.fixture.LoadedFixture;
import io.fluxrun.replay.Expectation;
import io.fluxrun.replay.ReplayInput;
import io.fluxrun.replay.ReplaySession;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One replay of one fixture, which leaves a receipt. Not thread-safe; others may run beside it. */
public final class EntryReplay {
    private final LoadedFixture fixture;
    private final Expectation expectation;
    private final Set<Integer> loopback = new HashSet<>();

    public EntryReplay(LoadedFixture fixture, Expectation expectation) {
        this.fixture = fixture;
        this.expectation = expectation;
    }

    /** Lets the replay connect to a server that the test itself runs on this port of the loopback interface. */
    public void allowLoopback(int port) {
        loopback.add(port);
    }

    /**
     * Replays.
     *
     * @param blocked asked afterwards for live calls that the application tried outside replays
     * @param test {@code class#method} of the test, for the receipt
     * @param beside told what failed beside the replay, which decides nothing
     * @throws RuntimeException if the entry cannot be started
     */
    public Replayed replay(
            RecordedEntry entry, Supplier<List<String>> blocked, String test, Consumer<Throwable> beside) {
        Hooks.prepare(fixture.fixture());
        var session = new ReplaySession(new ReplayInput(
                fixture.name(),
                fixture.fixture(),
                fixture.boot(),
                fixture.digest(),
                Hooks.requestKeys(),
                FixtureFiles::json));
        loopback.forEach(session::allowLoopback);
        if (fixture.fixture().guard().entry() != null) {
            session.note("the entry is not where it was recorded: guard.entry says where it is today");
        }
        try {
            var ended = entry.replay(session);
            session.noteBlocked(blocked.get());
            var result = session.end(ended.value(), ended.thrown(), expectation);
            ReceiptWriter.write(fixture, result, test, beside);
            return new Replayed(ended, result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("FluxRun: the replay of " + fixture.name() + " was interrupted", e);
        }
    }
}
