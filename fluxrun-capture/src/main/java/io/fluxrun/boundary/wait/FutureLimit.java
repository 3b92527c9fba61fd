package io.fluxrun.boundary.wait;

import io.fluxrun.hook.Hook;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A limit that a future is given while nobody waits: in a replay it is over at once, or there is none. */
final class FutureLimit {
    private FutureLimit() {}

    @SuppressWarnings("FutureReturnValueIgnored") // the application keeps its own future
    static Object[] recorded(Recording recording, Lane lane, WaitCall call) {
        var outcome = call.make();
        if (outcome[0] instanceof CompletableFuture<?> future) {
            var ending = new Ending();
            recording.reading(lane, call.api(), call.site(), (Object) ending);
            var before = Scope.suspend(); // this stage is no work of the application
            try {
                future.whenComplete((value, error) -> ending.late = call.arguments() == 4
                        ? error == null && value == call.argument(1)
                        : error instanceof TimeoutException);
            } finally {
                Scope.restore(before);
            }
        }
        return outcome;
    }

    /** Returns {@code null} if the future is to be given its limit: nobody has recorded what came of it. */
    @SuppressWarnings("unchecked")
    static Object @Nullable [] replayed(Replaying replaying, Lane lane, WaitCall call) {
        Value ended = replaying.waited(lane, call.api(), call.site());
        if (ended == null) {
            return null;
        }
        var future = (CompletableFuture<Object>) call.argument(0);
        if (WaitBoundary.TIMED_OUT.equals(ended.text())) {
            if (call.arguments() == 4) {
                future.complete(call.argument(1));
            } else {
                future.completeExceptionally(new TimeoutException());
            }
        }
        return Hook.answer(future);
    }

    /** Known only later, perhaps never: written as it is when the run is. */
    private static final class Ending {
        private volatile boolean late;

        @Override
        public String toString() {
            return late ? WaitBoundary.TIMED_OUT : WaitBoundary.IN_TIME;
        }
    }
}
