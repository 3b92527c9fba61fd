package io.fluxrun.replay;

import io.fluxrun.run.Exchange;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.Thrown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes failure signatures the way the recorder does. Stateless and thread-safe. */
public interface FailureSigner {
    /**
     * Returns the signature of a failed run.
     *
     * @param status HTTP status, -1 when there is none
     * @param error what left the entry or was handled at its edge, {@code null} when it failed by its status alone
     * @param exchanges what the run asked, in order
     */
    FailureSignature sign(int status, @Nullable Thrown error, List<Exchange> exchanges);

    /** Returns whether two signatures mean the same failure. */
    boolean same(FailureSignature recorded, FailureSignature replayed);
}
