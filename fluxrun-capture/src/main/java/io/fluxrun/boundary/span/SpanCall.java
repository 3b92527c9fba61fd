package io.fluxrun.boundary.span;

import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.OpenSpan;
import io.fluxrun.scope.Scope;
import io.fluxrun.scope.Trail;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A call that is a span. Writing its values is no part of the run: the lane is hidden meanwhile. */
record SpanCall(OpenSpan span) {
    static SpanCall begin(Lane lane, Trail trail, String name, Method method, @Nullable Object[] arguments) {
        Value input = Value.NULL;
        if (trail.hasRoomForSpans()) {
            Lane before = Scope.suspend();
            try {
                input = SpanValues.arguments(method, arguments);
            } finally {
                Scope.restore(before);
            }
        }
        return new SpanCall(trail.begin(lane, name, input, SpanValues.bytes(input)));
    }

    /** The future that the method returned is the application's: the span only looks at it. */
    void returned(@Nullable Object result, @Nullable Throwable thrown) {
        span.leave();
        if (thrown == null && result instanceof CompletionStage<?> stage) {
            Lane before = Scope.suspend();
            try {
                var unused = stage.whenComplete(this::ended);
            } finally {
                Scope.restore(before);
            }
        } else {
            ended(result, thrown);
        }
    }

    /** May run where the application completes its future: nothing may get out. */
    private void ended(@Nullable Object result, @Nullable Throwable thrown) {
        if (!span.isWanted()) {
            return;
        }
        Lane before = Scope.suspend();
        try {
            var output = thrown == null ? SpanValues.encoded(result, "result") : Value.NULL;
            span.end(output, SpanValues.bytes(output), thrown);
        } catch (RuntimeException | Error e) {
            span.end(Value.NULL, 0, null);
        } finally {
            Scope.restore(before);
        }
    }
}
