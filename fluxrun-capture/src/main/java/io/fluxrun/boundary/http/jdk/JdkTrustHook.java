package io.fluxrun.boundary.http.jdk;

import io.fluxrun.hook.Hook;
import org.jspecify.annotations.Nullable;

/**
 * {@code TrustedSubscriber.needsExecutor}: the client hands subscribers that are not its own to an executor. A recorded
 * subscriber runs on the threads that it would run on unrecorded.
 */
final class JdkTrustHook implements Hook {
    @Override
    public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        if (arguments[0] instanceof RecordedBody<?> body) {
            arguments[0] = body.subscriber();
        }
        return null;
    }
}
