package io.fluxrun.junit;

import io.fluxrun.replay.FailureSigner;
import io.fluxrun.run.Answer;
import io.fluxrun.run.Exchange;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.Thrown;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Signatures as the recorder makes them. */
final class RecorderSignatures implements FailureSigner {
    @Override
    public FailureSignature sign(int status, @Nullable Thrown error, List<Exchange> exchanges) {
        Thrown root = error;
        while (root != null && root.cause() != null) {
            root = root.cause();
        }
        var broke = exchanges.stream()
                .filter(RecorderSignatures::failed)
                .reduce((a, b) -> b)
                .orElse(null);
        return new FailureSignature(
                root == null ? null : root.type(),
                root == null ? null : root.message(),
                status,
                List.of(),
                broke == null ? 0 : broke.n(),
                broke == null ? null : broke.boundary() + " " + broke.operation());
    }

    private static boolean failed(Exchange exchange) {
        return exchange.answer() instanceof Answer.Failure
                || (exchange.answer() instanceof Answer.Response response
                        && response.value().get("status") instanceof io.fluxrun.run.Value.Num status
                        && status.number().intValue() >= 500);
    }

    @Override
    public boolean same(FailureSignature recorded, FailureSignature replayed) {
        return recorded.status() == replayed.status()
                && Objects.equals(recorded.exception(), replayed.exception())
                && Objects.equals(recorded.message(), replayed.message())
                && recorded.breaking() == replayed.breaking();
    }
}
