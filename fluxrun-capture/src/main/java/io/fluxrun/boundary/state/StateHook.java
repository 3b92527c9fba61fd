package io.fluxrun.boundary.state;

import io.fluxrun.hook.Hook;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Recording;
import io.fluxrun.scope.Replaying;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** A question to state from before the run: recorded with its answer, and answered without asking in a replay. */
abstract class StateHook implements Hook {
    /** Returns the question. */
    abstract Question question(Object self, @Nullable Object[] arguments);

    /** Returns the recorded answer as what the method returns or throws: see {@link Hook#answer}. */
    abstract Object[] replayed(Object self, @Nullable Object[] arguments, Value answer) throws Exception;

    /** Returns the real answer as data. */
    abstract Value answer(Asked asked, @Nullable Object result);

    /** Whether any method may have the hook: a static one, one that throws as an answer. */
    boolean recordsFailures() {
        return false;
    }

    /** Returns what the real question threw, as data. */
    Thrown failure(Throwable thrown) {
        return Thrown.of(thrown);
    }

    /** Returns what a replay throws, if it {@link #recordsFailures}. */
    Throwable failed(Object self, Thrown thrown) {
        return new IllegalStateException(thrown.message());
    }

    /** Called before the real question is asked. */
    void asking(Asked asked, @Nullable Object[] arguments) {}

    @Override
    public final @Nullable Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        Lane lane = Scope.current();
        if (lane == null || (self == null && !recordsFailures())) {
            return null;
        }
        if (lane.session() instanceof Replaying replaying) {
            try {
                return asked(lane, replaying, target(self), arguments);
            } catch (Exception | Error e) {
                return Hook.fail(e);
            }
        }
        if (!(lane.session() instanceof Recording recording)) {
            return null;
        }
        Lane bound = Scope.suspend();
        var asked = new Asked(lane, recording, bound, System.nanoTime());
        try {
            asking(asked, arguments);
        } catch (RuntimeException | Error e) {
            Scope.restore(bound);
            throw e;
        }
        return asked;
    }

    private Object[] asked(Lane lane, Replaying replaying, Object self, @Nullable Object[] arguments) throws Exception {
        var question = question(self, arguments);
        var answer = replaying.ask(lane, StateBoundary.NAME, question.operation(), false, question.request());
        if (answer instanceof Answer.Response response) {
            return replayed(self, arguments, response.value());
        }
        return Hook.fail(
                answer instanceof Answer.Failure failure && recordsFailures()
                        ? failed(self, failure.thrown())
                        : replaying.unanswered(
                                lane, StateBoundary.NAME, question.operation() + " failed in the recorded run"));
    }

    /** Returns the object asked; for a static method the hook stands in. */
    private Object target(@Nullable Object self) {
        return self == null ? this : self;
    }

    @Override
    public final Object @Nullable [] exit(
            Object token,
            @Nullable Object self,
            @Nullable Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        var asked = (Asked) token;
        try {
            if (thrown == null || asked.loaded) {
                // Encoded now: a cached value may change later.
                record(asked, question(target(self), arguments), Answer.of(answer(asked, result)));
            } else if (recordsFailures()) {
                record(asked, question(target(self), arguments), Answer.of(failure(thrown)));
            } else {
                asked.recording.partial("state: " + self + " failed, which is not recorded yet: " + thrown);
            }
        } catch (RuntimeException | Error e) {
            asked.recording.partial("state: " + e.getMessage());
        } finally {
            Scope.restore(asked.bound);
        }
        return null;
    }

    private static void record(Asked asked, Question question, Answer answer) {
        asked.recording.exchange(
                asked.lane,
                StateBoundary.NAME,
                question.operation(),
                false,
                asked.startedNanos,
                question::request,
                () -> answer);
    }

    /** What is asked. */
    record Question(String operation, Value request) {}

    /** A question in progress. */
    static final class Asked {
        final Lane lane;
        final Recording recording;
        private final @Nullable Lane bound;
        private final long startedNanos;

        /** Whether the application's own code was called to find the answer. */
        volatile boolean loaded;

        Asked(Lane lane, Recording recording, @Nullable Lane bound, long startedNanos) {
            this.lane = lane;
            this.recording = recording;
            this.bound = bound;
            this.startedNanos = startedNanos;
        }
    }
}
