package io.fluxrun;

import io.fluxrun.fixture.LoadedFixture;
import io.fluxrun.reentry.EntryReplay;
import io.fluxrun.reentry.RecordedEntry;
import io.fluxrun.replay.Expectation;
import io.fluxrun.replay.ReplayResult;
import io.fluxrun.run.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A fixture that waits for what to replay it on. Nothing fails by itself: ask the result, or let {@code assertThat} of
 * {@code io.fluxrun.junit.ReplayAssert} do so. Each call of {@code on}, {@code onPort} or {@code invoke} is a replay of its
 * own, which leaves a receipt for {@code fluxrun:verify}. Thread-safe.
 */
public final class PreparedReplay {
    private final LoadedFixture fixture;
    private final Expectation expectation;
    private final List<Integer> loopback;
    private final String caller;

    PreparedReplay(LoadedFixture fixture, Expectation expectation, List<Integer> loopback, String caller) {
        this.fixture = fixture;
        this.expectation = expectation;
        this.loopback = List.copyOf(loopback);
        this.caller = caller;
    }

    /** Returns a replay that is to end as it was recorded, the failure included: a characterisation test. */
    public PreparedReplay expectingRecorded() {
        return new PreparedReplay(fixture, Expectation.RECORDED, loopback, caller);
    }

    /** Returns a replay that may connect to a server which the test itself runs on this port of the loopback interface. */
    public PreparedReplay allowLoopback(int port) {
        var ports = new ArrayList<>(loopback);
        ports.add(port);
        return new PreparedReplay(fixture, expectation, ports, caller);
    }

    /**
     * Calls the recorded method on an object of today, or on its class if it is static.
     *
     * @param target an object of the recorded class, or the class itself
     * @throws IllegalStateException if this run did not begin with a method call, or its method is gone; says what to do
     */
    public ReplayResult on(Object target) {
        var entry = fixture.fixture().entry();
        if (entry.kind() != Entry.Kind.METHOD) {
            throw new IllegalStateException("FluxRun: " + fixture.name() + " begins with " + entry.name()
                    + ", no call of a method: replay it with onPort(PORT) on the application's own server, or with"
                    + " invoke(CODE)");
        }
        var type = target instanceof Class<?> named ? named : target.getClass();
        return replay(RecordedEntry.call(entry, loader(type), declaring -> {
            if (!declaring.isInstance(target)) {
                throw new IllegalStateException("FluxRun: " + fixture.name() + " begins with " + entry.name()
                        + ", which is called on a " + declaring.getName() + "; on(" + type.getName()
                        + (target instanceof Class ? ".class" : "") + ") is none");
            }
            return target;
        }));
    }

    /**
     * Sends the recorded request to the application's own server in this JVM.
     *
     * @param port on the loopback interface
     * @throws IllegalStateException if this run did not begin with an HTTP request, or the server gives no answer
     */
    public ReplayResult onPort(int port) {
        var entry = fixture.fixture().entry();
        if (entry.kind() != Entry.Kind.HTTP) {
            throw new IllegalStateException("FluxRun: " + fixture.name() + " begins with " + entry.name()
                    + ", no HTTP request: replay it with on(TARGET)");
        }
        return replay(RecordedEntry.request(entry, port));
    }

    /** Calls this code in place of the recorded entry. What it throws is the outcome, and is not thrown here. */
    public ReplayResult invoke(Callable<?> code) {
        return replay(RecordedEntry.code(code));
    }

    /** A class of the JDK's own has no loader that knows the application. */
    private static ClassLoader loader(Class<?> type) {
        var own = type.getClassLoader();
        return own == null ? Thread.currentThread().getContextClassLoader() : own;
    }

    private ReplayResult replay(RecordedEntry entry) {
        var replay = new EntryReplay(fixture, expectation);
        loopback.forEach(replay::allowLoopback);
        return replay.replay(entry, List::of, caller, this::remark).result();
    }

    private void remark(Throwable failure) {
        System.getLogger(FluxRun.class.getName())
                .log(System.Logger.Level.WARNING, "beside the replay of " + fixture.name(), failure);
    }
}
