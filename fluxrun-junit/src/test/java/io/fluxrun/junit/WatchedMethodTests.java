package io.fluxrun.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Discount;
import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.FailureSignature;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.LaneInfo;
import io.fluxrun.run.Outcome;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Run;
import io.fluxrun.run.RunInfo;
import io.fluxrun.run.Thrown;
import io.fluxrun.run.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A failure that no exchange broke: only its method can show that a repaired replay came near it. */
class WatchedMethodTests {
    private static final String FIXTURE = "watched/discount.json";

    @BeforeAll
    static void export() {
        var error = new Thrown("java.lang.ArithmeticException", "/ by zero", List.of(), Value.NULL, null);
        var signature = new FailureSignature(
                error.type(), error.message(), -1, List.of("com.acme.Discount$Calculation#price"), 0, null);
        var run = new Run(
                Run.RULES,
                new RunInfo("run3", "of", Instant.EPOCH, 1, null, null, null, null, "17", "UTC", "en", Readiness.READY),
                new Entry(
                        Entry.Kind.METHOD,
                        "com.acme.Discount#of",
                        Value.fields()
                                .put("type", Discount.class.getName())
                                .put("method", "of")
                                .put("parameters", Value.list(List.of(Value.of("java.lang.String"))))
                                .put("arguments", Value.list(List.of(Value.of("0"))))
                                .build()),
                new Outcome(Outcome.Status.FAILED, Value.NULL, error, signature, List.of()),
                null,
                Environment.EMPTY,
                List.of(new LaneInfo("main", null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        FixtureFiles.write(new Fixture(run, Guard.NONE), Fixtures.file(FIXTURE));
    }

    @Test
    void enteringTheFailingMethodIsProof() {
        Tests.assertGreen(RepairedTestCase.class, 1);
    }

    static class RepairedTestCase {
        @ReplayFixture(FIXTURE)
        void guard() {}
    }

    @Test
    void bypassingItProvesNothing() {
        assertThat(Tests.failure(BypassedTestCase.class))
                .hasMessageStartingWith("FLUX-103 INCONCLUSIVE watched/discount.json")
                .hasMessageContaining("the failing method was not entered");
    }

    static class BypassedTestCase {
        @ReplayTarget
        Discount discount = new Discount.Bypassed();

        @ReplayFixture(FIXTURE)
        void guard() {}
    }
}
