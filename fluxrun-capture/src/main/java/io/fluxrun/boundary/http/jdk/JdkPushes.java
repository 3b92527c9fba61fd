package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.Aside;
import io.fluxrun.boundary.http.message.HttpText;
import io.fluxrun.scope.Recording;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** HTTP/2 push promises are passed on but not recorded: the run says so once one has come. */
record JdkPushes<T>(PushPromiseHandler<T> handler, Recording recording) implements PushPromiseHandler<T> {
    static @Nullable Object partial(@Nullable Object handler, Recording recording) {
        return handler instanceof PushPromiseHandler<?> pushes ? new JdkPushes<>(pushes, recording) : null;
    }

    @Override
    public void applyPushPromise(
            HttpRequest initiating,
            HttpRequest pushed,
            Function<HttpResponse.BodyHandler<T>, CompletableFuture<HttpResponse<T>>> acceptor) {
        Aside.run(
                recording,
                () -> recording.partial("HTTP/2 push of " + HttpText.operation(pushed.method(), pushed.uri())
                        + ": pushes are not recorded"));
        handler.applyPushPromise(initiating, pushed, acceptor);
    }
}
