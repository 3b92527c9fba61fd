package io.fluxrun.junit;

import io.fluxrun.replay.ReplaySession;
import io.fluxrun.scope.Scope;
import java.util.concurrent.Callable;

/** Code that the test calls in place of the recorded entry, in the lane of the entry. */
record CalledEntry(Callable<?> code) implements RecordedEntry {
    @Override
    public Ended replay(ReplaySession session) {
        Ended ended;
        var before = Scope.bind(session.main());
        try {
            var returned = code.call();
            ended = new Ended(Encoding.result(returned), returned, null);
        } catch (Throwable thrown) {
            ended = Ended.with(thrown);
        } finally {
            Scope.restore(before);
        }
        session.entryEnded(ended.thrown());
        return ended;
    }
}
