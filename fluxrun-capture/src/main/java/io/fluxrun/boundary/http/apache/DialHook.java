package io.fluxrun.boundary.http.apache;

import io.fluxrun.boundary.http.message.Aside;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.Loopback;
import io.fluxrun.boundary.http.message.Members;
import io.fluxrun.boundary.http.wire.Connecting;
import io.fluxrun.boundary.http.wire.VirtualSocket;
import io.fluxrun.boundary.http.wire.Wire;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.Tracked;
import io.fluxrun.run.Thrown;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpClientConnectionOperator.connect(connection, host, …)} and {@code upgrade} to TLS, which call themselves with
 * more arguments: gives the connection its wire, whoever uses it later, and in a replay connects it to nothing.
 */
final class DialHook implements Hook {
    private final Tracked<Wire> wires;
    private final ApacheFailures failures;

    DialHook(Tracked<Wire> wires, ApacheFailures failures) {
        this.wires = wires;
        this.failures = failures;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Throwable {
        Object connection = arguments[0];
        Object host = arguments[1];
        if (connection == null || host == null) {
            return null;
        }
        String origin = String.valueOf(Members.call(host, "toURI"));
        wires.put(connection, new Wire(() -> origin));
        Lane lane = Scope.current();
        Sender.Sent sent = Sender.current();
        if (lane == null || sent == null) {
            return null;
        }
        if (lane.session() instanceof Replaying replaying && !Loopback.isDeclared(replaying, origin)) {
            return failingClosed(replaying, lane, sent, connection, host);
        }
        return lane.session() instanceof Recording recording
                ? new Dialling(recording, lane, sent, System.nanoTime(), Scope.suspend())
                : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        ((Dialling) token).end(thrown);
        return null;
    }

    /** What a hook throws would let the client go on. */
    private Object failingClosed(Replaying replaying, Lane lane, Sender.Sent sent, Object connection, Object host) {
        try {
            Thrown failure = Connecting.replayed(lane, sent.method(), sent.url());
            if (failure != null) {
                return Hook.fail(failures.rebuild(failure, host));
            }
            Members.call(connection, "bind", new VirtualSocket());
            return Hook.answer(null);
        } catch (DivergedError e) {
            return Hook.fail(e);
        } catch (Throwable e) {
            return Hook.fail(replaying.blocked(
                    lane, HttpText.BOUNDARY, "Apache HttpClient to " + sent.url() + ", because FluxRun failed: " + e));
        }
    }

    /** @param before what {@link Scope#restore} takes when it is connected */
    private record Dialling(
            Recording recording,
            Lane lane,
            Sender.Sent sent,
            long startedNanos,
            @Nullable Lane before) {
        void end(@Nullable Throwable thrown) {
            Scope.restore(before);
            if (thrown != null) {
                Aside.run(
                        recording,
                        () -> Connecting.failed(recording, lane, sent.method(), sent.url(), startedNanos, thrown));
            }
        }
    }
}
