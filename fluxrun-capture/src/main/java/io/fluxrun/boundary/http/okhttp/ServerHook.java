package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.Loopback;
import io.fluxrun.hook.Hook;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** {@code CallServerInterceptor.intercept(chain)}: one request goes out and the head of its answer comes back. */
final class ServerHook implements Hook {
    private final OkCalls calls;
    private final OkBodies bodies;

    ServerHook(OkCalls calls, OkBodies bodies) {
        this.calls = calls;
        this.bodies = bodies;
    }

    @Override
    public boolean inLaneOnly() {
        return true;
    }

    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Throwable {
        Lane lane = Scope.current();
        Object chain = arguments[0];
        if (lane == null || chain == null) {
            return null;
        }
        if (lane.session() instanceof Replaying replaying) {
            return failingClosed(replaying, lane, chain);
        }
        if (!(lane.session() instanceof Recording recording)) {
            return null;
        }
        var request = OkRequest.of(chain);
        var attempt = new OkAttempt(recording, lane, request);
        attempt.begin();
        return new Sending(attempt, request, bodies.begin(attempt), Scope.suspend());
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var sending = (Sending) token;
        Scope.restore(sending.before());
        bodies.end(sending.outer());
        var attempt = sending.attempt();
        if (thrown != null) {
            calls.failed(sending.request().call(), attempt);
            attempt.aside(() -> attempt.failed(thrown));
        } else if (result != null) {
            attempt.aside(
                    () -> OkResponse.answered(attempt, result, sending.request().method()));
        }
        return null;
    }

    /** What a hook throws would let the client go on. */
    private @Nullable Object failingClosed(Replaying replaying, Lane lane, Object chain) {
        try {
            var request = OkRequest.of(chain);
            return Loopback.isDeclared(replaying, request.url())
                    ? null
                    : new OkReplay(replaying, lane, request, calls).answer();
        } catch (DivergedError e) {
            return Hook.fail(e);
        } catch (Throwable e) {
            return Hook.fail(
                    replaying.blocked(lane, HttpText.BOUNDARY, "an OkHttp call, because FluxRun failed: " + e));
        }
    }

    /**
     * @param outer what {@link OkBodies#end} takes
     * @param before what {@link Scope#restore} takes
     */
    private record Sending(
            OkAttempt attempt,
            OkRequest request,
            @Nullable OkAttempt outer,
            @Nullable Lane before) {}
}
