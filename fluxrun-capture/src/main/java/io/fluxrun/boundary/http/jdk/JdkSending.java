package io.fluxrun.boundary.http.jdk;

import io.fluxrun.boundary.http.message.InLane;
import io.fluxrun.scope.Lane;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A send under way.
 *
 * @param call to be told of the end; {@code null} if nobody wants to know
 * @param before what {@link io.fluxrun.scope.Scope#restore} takes when the call returns
 */
record JdkSending(@Nullable JdkCall<?> call, @Nullable Lane before) {
    /**
     * Returns the future that the caller gets instead: of the same type, cancelling the same call, with the same result
     * and the same exception, and completed on the same thread. What the application puts behind it has lanes of its own.
     */
    <T> CompletableFuture<T> handBack(CompletableFuture<T> future) {
        CompletableFuture<T> handedBack = future.newIncompleteFuture();
        var unused = future.whenComplete((response, thrown) -> {
            Throwable seen = seen(thrown);
            InLane.suspended(() -> complete(handedBack, response, seen));
            if (call != null) {
                call.delivered();
            }
        });
        return handedBack;
    }

    /** What FluxRun fails with must not keep the future from completing: the application waits for it. */
    private @Nullable Throwable seen(@Nullable Throwable thrown) {
        try {
            return call == null ? thrown : call.ended(thrown);
        } catch (Throwable failure) {
            return thrown;
        }
    }

    private static <T> void complete(CompletableFuture<T> future, @Nullable T response, @Nullable Throwable thrown) {
        if (thrown == null) {
            future.complete(response);
        } else {
            future.completeExceptionally(thrown);
        }
    }
}
