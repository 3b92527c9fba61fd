package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.boundary.http.message.Loopback;
import io.fluxrun.hook.CallSite;
import io.fluxrun.hook.Hook;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpClientImpl.sendAsync(request, handler, push handler, executor)}, which {@code send} calls too, with no
 * executor: binds the call to the lane by handing it down in place of the body handler.
 */
final class JdkSendHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) throws Throwable {
        Lane lane = Scope.current();
        if (lane == null
                || !(arguments[0] instanceof HttpRequest request)
                || !(arguments[1] instanceof BodyHandler<?> handler)) {
            return null;
        }
        boolean async = arguments[3] != null;
        if (lane.session() instanceof Replaying replaying) {
            return failingClosed(replaying, lane, async, request, handler, arguments);
        }
        return lane.session() instanceof Recording recording
                ? record(recording, lane, request, handler, arguments)
                : null;
    }

    @Override
    public Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var sending = (JdkSending) token;
        try {
            return result instanceof CompletableFuture<?> future ? Hook.answer(sending.handBack(future)) : null;
        } finally {
            Scope.restore(sending.before());
        }
    }

    private static @Nullable Object record(
            Recording recording, Lane lane, HttpRequest request, BodyHandler<?> handler, @Nullable Object[] arguments)
            throws Throwable {
        if (JdkInternals.missing() != null) {
            recording.partial("java.net.http is closed to FluxRun on this JVM: " + JdkInternals.missing());
            return null;
        }
        if (JdkInternals.get().opensWebSocket(request)) {
            recording.partial("WebSocket opened by " + CallSite.line() + ": WebSockets are not recorded");
            return new JdkSending(null, Scope.suspend());
        }
        CopiedPublisher publisher = CopiedPublisher.of(request, recording);
        if (publisher != null) {
            arguments[0] = new CopiedRequest(request, publisher);
        }
        arguments[2] = JdkPushes.partial(arguments[2], recording);
        var call = new RecordedCall<>(recording, lane, handler, publisher);
        arguments[1] = call;
        return new JdkSending(call, Scope.suspend());
    }

    /** What a hook throws would let the client go on. */
    private static Object failingClosed(
            Replaying replaying,
            Lane lane,
            boolean async,
            HttpRequest request,
            BodyHandler<?> handler,
            @Nullable Object[] arguments) {
        try {
            if (Loopback.isDeclared(replaying, request.uri())) {
                return new JdkSending(null, Scope.suspend());
            }
            return replay(replaying, lane, async, request, handler, arguments);
        } catch (Throwable e) {
            return Hook.fail(replaying.blocked(
                    lane, HttpText.BOUNDARY, "java.net.http to " + request.uri() + ", because FluxRun failed: " + e));
        }
    }

    /** The lane stays bound: should an attempt get past the hooks below, its socket is still blocked. */
    private static Object replay(
            Replaying replaying,
            Lane lane,
            boolean async,
            HttpRequest request,
            BodyHandler<?> handler,
            @Nullable Object[] arguments)
            throws Throwable {
        if (JdkInternals.missing() != null || JdkInternals.get().opensWebSocket(request)) {
            String reason = JdkInternals.missing() == null ? "WebSocket to " : "java.net.http, closed to FluxRun, to ";
            return Hook.fail(replaying.blocked(lane, HttpText.BOUNDARY, reason + request.uri()));
        }
        var call = new ReplayedCall<>(replaying, lane, handler, async);
        arguments[1] = call;
        return new JdkSending(call, Scope.bind(lane.shadow()));
    }
}
