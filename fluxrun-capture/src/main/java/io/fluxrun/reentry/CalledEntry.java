package io.fluxrun.reentry;

import io.fluxrun.appjson.AppJsonException;
import io.fluxrun.replay.ReplaySession;
import io.fluxrun.run.Value;
import io.fluxrun.scope.Scope;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Code that the test calls in place of the recorded entry, in the lane of the entry. */
record CalledEntry(Callable<?> code) implements RecordedEntry {
    @Override
    public Ended replay(ReplaySession session) {
        var before = Scope.bind(session.main());
        Object returned;
        try {
            returned = code.call();
        } catch (Throwable thrown) {
            Scope.restore(before);
            session.entryEnded(thrown);
            return Ended.with(thrown);
        }
        Scope.restore(before);
        session.entryEnded(null);
        return new Ended(encoded(returned, session), returned, null);
    }

    private static Value encoded(@Nullable Object returned, ReplaySession session) {
        try {
            return Encoding.result(returned);
        } catch (AppJsonException e) {
            session.note("what the method returned cannot be compared: " + e.getMessage());
            return Value.NULL;
        }
    }
}
