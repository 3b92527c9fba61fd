package io.fluxrun.boundary.host;

import io.fluxrun.hook.Hook;
import io.fluxrun.run.Answer;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Scope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A future that a method returned: the exchange ends when it is complete. */
record RecordedStage(HostMethod method, Recording recording, Consumer<Answer> record) {
    /** Returns what the hook answers: the application sees the completion only after it is recorded. */
    Object @Nullable [] handBack(CompletionStage<?> stage) {
        if (!method.rawResult().isAssignableFrom(CompletableFuture.class)) {
            recording.partial("result of " + method.operation() + ": a "
                    + method.rawResult().getName() + " cannot be rebuilt, only a CompletableFuture can");
        }
        if (stage instanceof CompletableFuture<?> future && !future.isDone()) {
            recording.atClose(() -> unfinished(future));
            var copy = copy(future);
            return method.rawResult().isInstance(copy) ? Hook.answer(copy) : null;
        }
        var unused = stage.whenComplete(this::ended);
        return null;
    }

    private <T> CompletableFuture<T> copy(CompletableFuture<T> future) {
        CompletableFuture<T> copy = future.newIncompleteFuture();
        var unused = future.whenComplete((result, thrown) -> {
            ended(result, thrown);
            Lane before = Scope.suspend();
            try {
                if (thrown == null) {
                    copy.complete(result);
                } else {
                    copy.completeExceptionally(thrown);
                }
            } finally {
                Scope.restore(before);
            }
        });
        // Whoever called may end it, too: by cancelling, by a time limit, by a value of its own.
        var unusedEnd = copy.whenComplete((result, thrown) -> {
            if (copy.isCancelled()) {
                future.cancel(true);
            } else if (thrown == null) {
                future.complete(result);
            } else {
                future.completeExceptionally(thrown);
            }
        });
        return copy;
    }

    /** Runs where the application completes its future: nothing may get out. */
    private void ended(@Nullable Object result, @Nullable Throwable thrown) {
        Lane before = Scope.suspend();
        try {
            var encoded = new Encoded(method, recording);
            record.accept(thrown == null ? encoded.result(result, true) : encoded.failure(thrown, true));
        } catch (RuntimeException | Error e) {
            recording.partial("host: " + method.operation() + " could not be recorded: " + e);
        } finally {
            Scope.restore(before);
        }
    }

    private void unfinished(CompletableFuture<?> future) {
        if (!future.isDone()) {
            recording.partial("result of " + method.operation() + ": its future was not complete when the run ended");
        }
    }
}
