package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.FailureSignatures;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a replay ended, as the recorder would have told it. */
final class Received {
    private Received() {}

    static Outcome outcome(ReplayInput input, Value result, @Nullable Thrown error, List<Exchange> served) {
        var recordedWrites = Set.copyOf(input.fixture().run().outcome().writes());
        var writes = served.stream()
                .map(Exchange::n)
                .filter(recordedWrites::contains)
                .sorted()
                .toList();
        var ended = new Outcome(Outcome.Status.COMPLETED, result, error, null, writes);
        int status = ended.httpStatus();
        if (!FailureSignatures.failed(status, error != null)) {
            return new Outcome(Outcome.Status.COMPLETED, result, null, null, writes);
        }
        var signature = FailureSignatures.of(status, error, served);
        return new Outcome(Outcome.Status.FAILED, result, error, signature, writes);
    }
}
