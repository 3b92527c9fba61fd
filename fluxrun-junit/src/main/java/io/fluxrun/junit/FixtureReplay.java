package io.fluxrun.junit;

import io.fluxrun.fixture.LoadedFixture;
import io.fluxrun.junit.application.Application;
import io.fluxrun.junit.application.ApplicationFinder;
import io.fluxrun.junit.fixtures.LocatedFixture;
import io.fluxrun.reentry.EntryReplay;
import io.fluxrun.reentry.RecordedEntry;
import io.fluxrun.reentry.Replayed;
import io.fluxrun.replay.Expectation;
import io.fluxrun.replay.ReplayResult;
import io.fluxrun.run.LogEvent;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Run;
import io.fluxrun.run.Span;
import io.fluxrun.run.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One replay of one fixture in one test invocation. */
final class FixtureReplay implements Replay {
    private final LoadedFixture fixture;
    private final EntryReplay replay;
    private final ExtensionContext context;
    private @Nullable Replayed replayed;

    private FixtureReplay(LoadedFixture fixture, Expect expect, ExtensionContext context) {
        this.fixture = fixture;
        this.replay = new EntryReplay(fixture, expect == Expect.RECORDED ? Expectation.RECORDED : Expectation.REPAIRED);
        this.context = context;
    }

    static FixtureReplay of(LocatedFixture located, Expect expect, ExtensionContext context) {
        return new FixtureReplay(LoadedFixture.read(located.name(), located.file()), expect, context);
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
        if (replayed == null) {
            replay(entry());
        }
        return this;
    }

    @Override
    public Replay invoke(Callable<?> code) {
        if (replayed != null) {
            throw new IllegalStateException(
                    "FluxRun: " + name() + " has been replayed already; call invoke first, and once");
        }
        replay(RecordedEntry.code(code));
        return this;
    }

    @Override
    public Replay allowLoopback(int port) {
        if (replayed != null) {
            throw new IllegalStateException(
                    "FluxRun: " + name() + " has been replayed already; call allowLoopback first");
        }
        replay.allowLoopback(port);
        return this;
    }

    private RecordedEntry entry() {
        var entry = fixture.fixture().entry();
        return switch (entry.kind()) {
            case HTTP -> RecordedEntry.request(entry, port());
            case METHOD ->
                RecordedEntry.call(
                        entry,
                        context.getRequiredTestClass().getClassLoader(),
                        type -> Target.find(type, application(), context));
            case MESSAGE, PIPELINE ->
                throw new IllegalStateException("FluxRun: " + name() + " was started by a "
                        + entry.kind().name().toLowerCase(java.util.Locale.ROOT)
                        + ", which this version cannot start again by itself; take a Replay parameter and call invoke");
        };
    }

    private int port() {
        var application = application();
        if (application == null) {
            throw new IllegalStateException("FluxRun: " + recorded().entry().name()
                    + " is an HTTP request and this test starts no server; annotate the class with"
                    + " @SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)");
        }
        return application.port();
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
        var test = context.getRequiredTestClass().getName() + "#"
                + context.getRequiredTestMethod().getName();
        replayed = replay.replay(entry, this::blocked, test, this::remark);
    }

    private List<String> blocked() {
        var application = ApplicationFinder.any(context);
        return application == null ? List.of() : application.blocked();
    }

    @Override
    public ReplayResult judged() {
        return replayed().result();
    }

    private Replayed replayed() {
        run();
        if (replayed == null) {
            throw new IllegalStateException("FluxRun: " + name() + " has not been replayed");
        }
        return replayed;
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
        return String.valueOf(Received.body(judged()));
    }

    @Override
    public @Nullable Object result() {
        return replayed().ended().returned();
    }

    @Override
    public @Nullable Throwable thrown() {
        return replayed().ended().thrown();
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
