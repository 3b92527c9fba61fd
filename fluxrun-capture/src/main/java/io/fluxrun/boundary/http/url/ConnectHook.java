package io.fluxrun.boundary.http.url;

import io.fluxrun.boundary.http.message.Failures;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.Loopback;
import io.fluxrun.boundary.http.wire.Connecting;
import io.fluxrun.boundary.http.wire.VirtualSocket;
import io.fluxrun.hook.Hook;
import io.fluxrun.run.Thrown;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** {@code NetworkClient.doConnect(host, port)}: looks the name up and connects; in a replay it does neither. */
final class ConnectHook implements Hook {
    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        HttpURLConnection caller = Caller.current();
        if (lane == null || self == null || caller == null || !isHttp(self)) {
            return null;
        }
        if (lane.session() instanceof Replaying replaying) {
            return failingClosed(replaying, lane, caller, arguments);
        }
        return lane.session() instanceof Recording recording ? Opening.begin(recording, lane, caller) : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        ((Opening) token).end(thrown);
        return null;
    }

    private static boolean isHttp(Object client) {
        String type = client.getClass().getName();
        return type.equals(UrlInternals.CLIENT) || type.equals(UrlInternals.TLS_CLIENT);
    }

    /** What a hook throws would let the client go on. */
    private static @Nullable Object failingClosed(
            Replaying replaying, Lane lane, HttpURLConnection caller, @Nullable Object[] arguments) {
        try {
            return Loopback.isDeclared(replaying, "http://" + arguments[0] + ":" + arguments[1])
                    ? null
                    : connect(lane, caller);
        } catch (DivergedError e) {
            return Hook.fail(e);
        } catch (Throwable e) {
            return Hook.fail(replaying.blocked(
                    lane,
                    HttpText.BOUNDARY,
                    "HttpURLConnection to " + caller.getURL() + ", because FluxRun failed: " + e));
        }
    }

    private static Object connect(Lane lane, HttpURLConnection caller) {
        UrlInternals.get();
        Thrown failure = Connecting.replayed(
                lane, caller.getRequestMethod(), caller.getURL().toString());
        return failure == null ? Hook.answer(new VirtualSocket()) : Hook.fail(Failures.rebuild(failure));
    }
}
