package io.fluxrun.boundary.http.okhttp;

import io.fluxrun.boundary.http.message.Members;
import io.fluxrun.hook.Hook;
import io.fluxrun.hook.Tracked;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Bodies on their way over the network: written while this thread sends, read by whoever has the response. */
final class OkBodies {
    private static final ThreadLocal<@Nullable OkAttempt> SENDING = new ThreadLocal<>();
    private final Tracked<OkAttempt> reading = new Tracked<>();

    /** Returns what {@link #end} takes. */
    @Nullable
    OkAttempt begin(OkAttempt attempt) {
        OkAttempt outer = SENDING.get();
        SENDING.set(attempt);
        return outer;
    }

    void end(@Nullable OkAttempt outer) {
        if (outer == null) {
            SENDING.remove();
        } else {
            SENDING.set(outer);
        }
    }

    /** {@code RequestBodySink.write(buffer, count)} */
    Hook written() {
        return (self, arguments) -> {
            OkAttempt attempt = SENDING.get();
            Object buffer = arguments[0];
            if (attempt != null && buffer != null && arguments[1] instanceof Long count) {
                attempt.aside(() -> attempt.sent(bytes(buffer, 0, count)));
            }
            return null;
        };
    }

    /** {@code new ResponseBodySource(…)} */
    Hook opened() {
        return (self, arguments) -> {
            OkAttempt attempt = SENDING.get();
            if (attempt != null && self != null) {
                reading.put(self, attempt);
            }
            return null;
        };
    }

    /** {@code ResponseBodySource.read(buffer, count)} */
    Hook read() {
        return new Inside() {
            @Override
            void ended(
                    OkAttempt attempt,
                    @Nullable Object[] arguments,
                    @Nullable Object result,
                    @Nullable Throwable thrown) {
                Object buffer = arguments[0];
                if (thrown != null) {
                    attempt.failed(thrown);
                } else if (buffer != null && result instanceof Long count) {
                    received(attempt, buffer, count);
                }
            }
        };
    }

    /** {@code ResponseBodySource.close()}, which may read on for a while to keep the connection. */
    Hook closed() {
        return new Inside() {
            @Override
            void ended(
                    OkAttempt attempt,
                    @Nullable Object[] arguments,
                    @Nullable Object result,
                    @Nullable Throwable thrown) {
                attempt.end();
            }
        };
    }

    private static void received(OkAttempt attempt, Object buffer, long count) {
        if (count < 0) {
            attempt.completed();
        } else {
            attempt.received(bytes(buffer, size(buffer) - count, count));
        }
    }

    private static long size(Object buffer) {
        try {
            return (long) OkRequest.get(buffer, "size");
        } catch (Throwable e) {
            throw new IllegalStateException("a buffer has no size", e);
        }
    }

    private static byte[] bytes(Object buffer, long offset, long count) {
        var bytes = new ByteArrayOutputStream((int) count);
        try {
            Members.call(buffer, "copyTo", bytes, offset, count);
        } catch (Throwable e) {
            throw new IllegalStateException("a buffer cannot be copied", e);
        }
        return bytes.toByteArray();
    }

    /** Inside the exchange, whichever thread it is. */
    private abstract class Inside implements Hook {
        @Override
        public @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
            Lane lane = Scope.current();
            if (lane != null && lane.session() instanceof Replaying) {
                return null;
            }
            OkAttempt attempt = reading.get(self);
            return lane != null || attempt != null ? new Reading(attempt, Scope.suspend()) : null;
        }

        @Override
        public Object @Nullable [] exit(
                Object token,
                @Nullable Object self,
                @Nullable Object[] arguments,
                @Nullable Object result,
                @Nullable Throwable thrown) {
            var reading = (Reading) token;
            Scope.restore(reading.before());
            OkAttempt attempt = reading.attempt();
            if (attempt != null) {
                attempt.aside(() -> ended(attempt, arguments, result, thrown));
            }
            return null;
        }

        abstract void ended(
                OkAttempt attempt, @Nullable Object[] arguments, @Nullable Object result, @Nullable Throwable thrown);
    }

    private record Reading(
            @Nullable OkAttempt attempt, @Nullable Lane before) {}
}
