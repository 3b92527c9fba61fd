package io.fluxrun.boundary.host;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A call under way in a recorded run; nothing nested is recorded until it ends. */
final class HostCall {
    private final Lane lane;
    private final Recording recording;
    private final HostMethod method;
    private final List<Value> arguments;
    private final long startedNanos = System.nanoTime();
    private final AtomicBoolean recorded = new AtomicBoolean();
    private final @Nullable Lane bound;

    private HostCall(Lane lane, Recording recording, HostMethod method, List<Value> arguments, @Nullable Lane bound) {
        this.lane = lane;
        this.recording = recording;
        this.method = method;
        this.arguments = arguments;
        this.bound = bound;
    }

    /** Returns what a hook's {@code enter} does: a recorded answer, or the call for {@link #exit}. */
    static @Nullable Object enter(Lane lane, HostMethod method, @Nullable Object[] arguments) {
        if (lane.session() instanceof Replaying replaying) {
            return new ReplayedCall(replaying, lane, method).answer(arguments);
        }
        if (!(lane.session() instanceof Recording recording)) {
            return null;
        }
        // Writing a value may call the application, which is not to be recorded.
        Lane bound = Scope.suspend();
        try {
            var values = new Encoded(method, recording).arguments(arguments);
            return new HostCall(lane, recording, method, values, bound);
        } catch (RuntimeException | Error e) {
            Scope.restore(bound);
            throw e;
        }
    }

    /** Returns what a hook's {@code exit} does: {@code null}, or a future that ends when its result is recorded. */
    Object @Nullable [] exit(@Nullable Object[] passed, @Nullable Object result, @Nullable Throwable thrown) {
        try {
            var encoded = new Encoded(method, recording);
            encoded.checkUnchanged(arguments, passed);
            if (thrown != null) {
                record(encoded.failure(thrown, false));
            } else if (method.isStage() && result instanceof CompletionStage<?> stage) {
                return new RecordedStage(method, recording, this::record).handBack(stage);
            } else {
                record(encoded.result(result, false));
            }
        } catch (RuntimeException | Error e) {
            recording.partial("host: " + method.operation() + " could not be recorded: " + e);
        } finally {
            Scope.restore(bound);
        }
        return null;
    }

    private void record(Answer answer) {
        if (recorded.compareAndSet(false, true)) {
            recording.exchange(
                    lane,
                    HostBoundary.NAME,
                    method.operation(),
                    method.write(),
                    startedNanos,
                    () -> method.request(arguments),
                    () -> answer);
        }
    }
}
