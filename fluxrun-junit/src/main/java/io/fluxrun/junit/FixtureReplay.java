package io.fluxrun.junit;

import io.fluxrun.junit.application.Application;
import io.fluxrun.junit.application.ApplicationFinder;
import io.fluxrun.junit.attach.Hooks;
import io.fluxrun.junit.fixtures.LoadedFixture;
import io.fluxrun.junit.fixtures.LocatedFixture;
import io.fluxrun.replay.Expectation;
import io.fluxrun.replay.ReplayResult;
import io.fluxrun.replay.ReplaySession;
import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Run;
import io.fluxrun.run.Span;
import io.fluxrun.run.Value;
import io.fluxrun.run.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One replay of one fixture in one test invocation. */
final class FixtureReplay implements Replay {
    private final LoadedFixture fixture;
    private final Expect expect;
    private final ExtensionContext context;
    private final Set<Integer> loopback = new HashSet<>();
    private @Nullable Ended ended;
    private @Nullable ReplayResult judged;

    private FixtureReplay(LoadedFixture fixture, Expect expect, ExtensionContext context) {
        this.fixture = fixture;
        this.expect = expect;
        this.context = context;
    }

    static FixtureReplay of(LocatedFixture located, Expect expect, ExtensionContext context) {
        return new FixtureReplay(LoadedFixture.read(located), expect, context);
    }

    String name() {
        return fixture.name();
    }

    @Override
    public Run recorded() {
        return fixture.fixture().run();
    }

    @Override
    public Replay run() {
        if (judged == null) {
            replay(entry());
        }
        return this;
    }

    @Override
    public Replay invoke(Callable<?> code) {
        if (judged != null) {
            throw new IllegalStateException(
                    "FluxRun: " + name() + " has been replayed already; call invoke first, and once");
        }
        replay(new CalledEntry(code));
        return this;
    }

    @Override
    public Replay allowLoopback(int port) {
        if (judged != null) {
            throw new IllegalStateException(
                    "FluxRun: " + name() + " has been replayed already; call allowLoopback first");
        }
        loopback.add(port);
        return this;
    }

    private RecordedEntry entry() {
        var entry = recorded().entry();
        return switch (entry.kind()) {
            case HTTP -> new HttpEntry(entry, application());
            case METHOD -> MethodEntry.of(entry, application(), context);
            case MESSAGE, PIPELINE ->
                throw new IllegalStateException("FluxRun: " + name() + " was started by a "
                        + entry.kind().name().toLowerCase(java.util.Locale.ROOT)
                        + ", which this version cannot start again by itself; take a Replay parameter and call invoke");
        };
    }

    private @Nullable Application application() {
        var application = ApplicationFinder.any(context);
        var started = application == null ? null : application.boot();
        var recorded = String.valueOf(recorded().boot());
        if (started != null && !started.equals(recorded)) {
            throw new IllegalStateException(
                    "FluxRun: " + name() + " was recorded after another start of the application"
                            + " (boot " + recorded + ") than the first fixture of this class (boot " + started
                            + "), and one context has one boot. Put its test into a class of its own.");
        }
        return application;
    }

    private void replay(RecordedEntry entry) {
        Hooks.prepare(fixture.fixture());
        var session = new ReplaySession(ReplayInputs.of(fixture));
        loopback.forEach(session::allowLoopback);
        try {
            var end = entry.replay(session);
            var expectation = expect == Expect.RECORDED ? Expectation.RECORDED : Expectation.REPAIRED;
            ended = end;
            var application = ApplicationFinder.any(context);
            session.noteBlocked(application == null ? List.of() : application.blocked());
            judged = session.end(end.value(), end.thrown(), expectation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("FluxRun: the replay of " + name() + " was interrupted", e);
        }
        ReceiptWriter.write(fixture, judged, context, this::remark);
    }

    ReplayResult judged() {
        run();
        if (judged == null) {
            throw new IllegalStateException("FluxRun: " + name() + " has not been replayed");
        }
        return judged;
    }

    /** Something beside the replay failed: told, never the verdict. */
    void remark(Throwable failure) {
        System.getLogger(ReplayFixture.class.getName())
                .log(System.Logger.Level.WARNING, "beside the replay of " + name(), failure);
    }

    @Override
    public int status() {
        int status = outcome().httpStatus();
        if (status < 0) {
            throw new IllegalStateException("FluxRun: " + name() + " replays no HTTP request; use result or thrown");
        }
        return status;
    }

    @Override
    public String body() {
        status();
        Value body = outcome().result().get("body");
        byte[] bytes = body.bytes();
        return bytes == null ? String.valueOf(body.text()) : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Object result() {
        run();
        return ended == null ? null : ended.returned();
    }

    @Override
    public @Nullable Throwable thrown() {
        run();
        return ended == null ? null : ended.thrown();
    }

    @Override
    public Outcome outcome() {
        return judged().received();
    }

    @Override
    public List<LogEvent> logs() {
        return judged().logs();
    }

    @Override
    public List<Span> spans() {
        return judged().spans();
    }

    @Override
    public Verdict verdict() {
        return judged().verdict();
    }
}
