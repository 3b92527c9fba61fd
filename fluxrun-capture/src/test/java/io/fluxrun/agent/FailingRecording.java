package io.fluxrun.agent;

import io.fluxrun.run.Answer;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Lane;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A recording of which one part throws what nobody expects. */
final class FailingRecording extends RecordingSession {
    final List<String> reasons = new CopyOnWriteArrayList<>();
    volatile int failed;
    private final Part part;

    enum Part {
        RESERVE,
        BODY_LIMIT,
        EXCHANGE,
        AT_CLOSE
    }

    FailingRecording(Part part) {
        this.part = part;
    }

    @Override
    public boolean reserve(int bytes) {
        fail(Part.RESERVE);
        return true;
    }

    @Override
    public int bodyLimit() {
        fail(Part.BODY_LIMIT);
        return super.bodyLimit();
    }

    @Override
    public void atClose(Runnable end) {
        fail(Part.AT_CLOSE);
    }

    @Override
    public void exchange(
            Lane lane,
            String boundary,
            String operation,
            boolean write,
            long startedNanos,
            Supplier<Value> request,
            Supplier<Answer> answer) {
        fail(Part.EXCHANGE);
    }

    @Override
    public void partial(String reason) {
        reasons.add(reason);
    }

    private synchronized void fail(Part where) {
        if (where == part) {
            failed++;
            throw new StackOverflowError("forced");
        }
    }
}
