package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.message.Failures;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.Loopback;
import io.fluxrun.boundary.http.message.Members;
import io.fluxrun.boundary.http.wire.Connecting;
import io.fluxrun.hook.Hook;
import io.fluxrun.run.Thrown;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** {@code ConnectInterceptor.intercept(chain)}: a replay goes on to the network interceptors without a connection. */
final class ConnectHook implements Hook {
    private final OkCalls calls;

    ConnectHook(OkCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        Object chain = arguments[0];
        return lane != null && chain != null && lane.session() instanceof Replaying replaying
                ? failingClosed(replaying, lane, chain)
                : null;
    }

    /** What a hook throws would let the client go on. */
    private @Nullable Object failingClosed(Replaying replaying, Lane lane, Object chain) {
        OkRequest request;
        try {
            request = OkRequest.of(chain);
            if (Loopback.isDeclared(replaying, request.url())) {
                return null;
            }
            Thrown failure = Connecting.replayed(lane, request.method(), request.url());
            if (failure != null) {
                calls.replayed(request.call(), failure);
                return Hook.fail(Failures.rebuild(failure));
            }
        } catch (DivergedError e) {
            return Hook.fail(e);
        } catch (Throwable e) {
            return Hook.fail(
                    replaying.blocked(lane, HttpText.BOUNDARY, "an OkHttp call, because FluxRun failed: " + e));
        }
        try {
            return Hook.answer(Members.call(chain, "proceed", request.request()));
        } catch (Throwable e) {
            return Hook.fail(e);
        }
    }
}
