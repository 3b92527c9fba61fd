package io.fluxrun.boundary.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.FluxRun;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A future is not only looked at: who has called may end it, and who answers learns of it. */
class RecordedStageTests {
    private final CompletableFuture<String> real = new CompletableFuture<>();

    /** Asks and never gets an answer. */
    interface Asking {
        CompletableFuture<String> ask();
    }

    @Test
    void whatTheCallerCompletesIsCompleteForWhoAnswers() throws Exception {
        var recorded = HostRuns.record(() -> ask().complete("none"));

        assertThat(recorded.value()).isTrue();
        assertThat(real).isCompletedWithValue("none");
        assertThat(recorded.reasons()).isEmpty();
        assertThat(recorded.exchanges()).hasSize(1);
    }

    @Test
    void aLimitOfTheCallerEndsItForWhoAnswers() throws Exception {
        HostRuns.record(() -> ask().orTimeout(1, TimeUnit.NANOSECONDS)
                .handle((value, late) -> "")
                .join());

        assertThat(real)
                .failsWithin(0, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(TimeoutException.class);
    }

    private CompletableFuture<String> ask() {
        return FluxRun.boundary(Asking.class, () -> real).ask();
    }
}
