package io.fluxrun.reentry;

import io.fluxrun.replay.ReplaySession;
import io.fluxrun.run.Entry;
import io.fluxrun.scope.Scope;
import java.io.IOException;
import java.time.Duration;

/** A recorded HTTP request, sent again to the application's own port. */
record HttpEntry(Entry entry, int port) implements RecordedEntry {
    /** The server says that the entry has ended after the client has its answer. */
    private static final Duration ENTRY_END = Duration.ofSeconds(10);

    @Override
    public Ended replay(ReplaySession session) throws InterruptedException {
        var before = Scope.suspend();
        try {
            var response = LoopbackRequest.of(entry.request()).send(port, session.main());
            if (!session.awaitEntryEnded(ENTRY_END)) {
                session.note("the server has not told that it handled the request: FluxRun's hooks did not see it");
            }
            return new Ended(response, null, null);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "FluxRun: the application gave no HTTP answer to " + entry.name() + ": " + e, e);
        } finally {
            Scope.restore(before);
        }
    }
}
