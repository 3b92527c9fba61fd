package io.fluxrun.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Receipt;
import io.fluxrun.run.Value;
import io.fluxrun.run.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofTests {
    @Test
    void holdsWhenTheFailureCameBackEachTime() {
        assertThat(proof(red(503), red(503), red(503)).holds()).isTrue();
    }

    @Test
    void needsEveryReplay() {
        var proof = proof(red(503), red(503));

        assertThat(proof.holds()).isFalse();
        assertThat(proof.summary()).isEqualTo("only 2 of 3 tests got as far as a replay; OrdersTest: no context");
    }

    @Test
    void needsNoMoreReplaysThanAskedFor() {
        assertThat(proof(red(503), red(503), red(503), red(503)).summary())
                .isEqualTo("the fixture was replayed 4 times instead of 3");
    }

    @Test
    void explainsTheFirstReplayThatEndedOtherwise() {
        var diverged =
                Samples.receipt(Path.of("a.json"), "", Verdict.DIVERGED, Samples.failed(500), Samples.removed(3));

        var proof = proof(red(503), diverged, red(503));

        assertThat(proof.reproduced()).isEqualTo(2);
        assertThat(proof.summary()).startsWith("FLUX-101 DIVERGED a.json");
        assertThat(proof.details()).endsWith("more about exchange 2");
    }

    private static Proof proof(Receipt... receipts) {
        var ends = List.of(new ForkReport.TestEnd(1, "FAILED", "OrdersTest", "no context"));
        return Proof.of(new ForkReport(ends, List.of(receipts), Path.of("log")), List.of(receipts), 3);
    }

    private static Receipt red(int status) {
        var signature = new FailureSignature(null, null, status, List.of(), 2, null);
        var outcome = new Outcome(Outcome.Status.FAILED, Value.NULL, null, signature, List.of());
        return Samples.receipt(Path.of("a.json"), "", Verdict.REGRESSED, outcome);
    }
}
