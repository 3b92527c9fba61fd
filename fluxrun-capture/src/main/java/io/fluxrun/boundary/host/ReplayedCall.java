package io.fluxrun.boundary.host;

import io.fluxrun.appjson.AppJson;
import io.fluxrun.appjson.AppJsonException;
import io.fluxrun.hook.Hook;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.DivergedError;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call in a replay: the real method is not run, whatever happens. */
record ReplayedCall(Replaying replaying, Lane lane, HostMethod method) {
    /** Returns what a hook's {@code enter} does. */
    Object[] answer(@Nullable Object[] arguments) {
        try {
            Value request = request(arguments);
            return method.isStage() ? ofStage(request) : outcome(ask(request));
        } catch (DivergedError diverged) {
            return Hook.fail(diverged);
        } catch (Throwable e) {
            return Hook.fail(
                    replaying.blocked(lane, HostBoundary.NAME, method.operation() + ", because FluxRun failed: " + e));
        }
    }

    private Value request(@Nullable Object[] arguments) {
        Lane bound = Scope.suspend();
        try {
            var values = new ArrayList<Value>();
            for (Object argument : arguments) {
                values.add(Encoded.asked(argument, values.size()));
            }
            return method.request(values);
        } finally {
            Scope.restore(bound);
        }
    }

    private Answer ask(Value request) {
        return replaying.ask(lane, HostBoundary.NAME, method.operation(), method.write(), request);
    }

    private Object[] ofStage(Value request) {
        var due = replaying.askAhead(lane, HostBoundary.NAME, method.operation(), method.write(), request);
        Object[] outcome = outcome(due.answer());
        if (!Encoded.isOfStage(due.answer())) {
            due.whenDue(due::delivered);
            return outcome;
        }
        var future = new CompletableFuture<Object>();
        due.whenDue(() -> {
            complete(future, outcome);
            due.delivered();
        });
        return Hook.answer(future);
    }

    private static void complete(CompletableFuture<Object> future, Object[] outcome) {
        Lane before = Scope.suspend();
        try {
            if (outcome[1] instanceof Throwable thrown) {
                future.completeExceptionally(thrown);
            } else {
                future.complete(outcome[0]);
            }
        } finally {
            Scope.restore(before);
        }
    }

    private Object[] outcome(Answer answer) {
        Lane bound = Scope.suspend();
        try {
            if (answer instanceof Answer.Failure failure) {
                return Hook.fail(Exceptions.rebuild(failure.thrown(), method.loader()));
            }
            return Hook.answer(result(((Answer.Response) answer).value().get(Encoded.VALUE)));
        } catch (AppJsonException unknown) {
            throw replaying.unanswered(lane, HostBoundary.NAME, method.operation() + ": " + unknown.getMessage());
        } finally {
            Scope.restore(bound);
        }
    }

    private @Nullable Object result(Value value) {
        if (method.isVoid()) {
            return null;
        }
        Object result = AppJson.decodeAs(value, method.result(), method.loader());
        Class<?> type = method.isStage()
                ? Object.class
                : MethodType.methodType(method.rawResult()).wrap().returnType();
        if (result == null ? method.rawResult().isPrimitive() : !type.isInstance(result)) {
            throw new ClassCastException(
                    "the recorded result is no " + method.rawResult().getName());
        }
        return result;
    }
}
