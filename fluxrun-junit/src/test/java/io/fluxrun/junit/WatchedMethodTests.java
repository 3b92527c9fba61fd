package io.fluxrun.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Discount;
import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Allowance;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Environment;
import io.fluxrun.run.Exchange;
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
    private static final String ACCEPTED = "watched/discount-accepted.json";
    private static final String ONE_CALL = "watched/one-call.json";

    @BeforeAll
    static void export() {
        var error = new Thrown("java.lang.ArithmeticException", "/ by zero", List.of(), Value.NULL, null);
        var signature = new FailureSignature(
                error.type(), error.message(), -1, List.of("com.acme.Discount$Calculation#price"), 0, null);
        export(FIXTURE, signature, List.of(), Guard.NONE);
        var accepted = new Outcome(Outcome.Status.COMPLETED, Value.of("total 0"), null, null, List.of());
        export(ACCEPTED, signature, List.of(), guard(accepted, List.of()));
        var broken = new FailureSignature(
                error.type(),
                error.message(),
                -1,
                List.of("com.acme.Discount$Calculation#rounded"),
                1,
                "shop POST /stock/check");
        var byHand = new Allowance(
                "by-hand",
                Allowance.Kind.REMOVED,
                "shop",
                "POST /stock/check",
                1,
                Value.NULL,
                null,
                "meant",
                null,
                null);
        export(
                ONE_CALL,
                broken,
                List.of(Recorded.ofShop(1, "POST /stock/check", 503)),
                guard(accepted, List.of(byHand)));
    }

    private static Guard guard(Outcome accepted, List<Allowance> allowances) {
        return new Guard(null, null, null, null, accepted, allowances, List.of(), List.of());
    }

    private static void export(String file, FailureSignature signature, List<Exchange> exchanges, Guard guard) {
        var error = new Thrown(String.valueOf(signature.exception()), "/ by zero", List.of(), Value.NULL, null);
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
                exchanges,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        FixtureFiles.write(new Fixture(run, guard), Fixtures.file(file));
    }

    @Test
    void enteringTheFailingMethodIsProofOnceItsOutcomeIsAccepted() {
        Tests.assertGreen(AcceptedTestCase.class, 1);
        assertThat(Tests.failure(RepairedTestCase.class))
                .hasMessageStartingWith("FLUX-103 INCONCLUSIVE watched/discount.json")
                .hasMessageContaining("no outcome is accepted that tells a repair from an emptied method")
                .hasMessageContaining("mvn fluxrun:accept");
    }

    static class AcceptedTestCase {
        @ReplayFixture(ACCEPTED)
        void guard() {}
    }

    static class RepairedTestCase {
        @ReplayFixture(FIXTURE)
        void guard() {}
    }

    @Test
    void theOnlyCallRemovedByHandStillNeedsTheFailingMethod() {
        Tests.assertGreen(OneCallTestCase.class, 1);
        assertThat(Tests.failure(OneCallBypassedTestCase.class))
                .hasMessageStartingWith("FLUX-103 INCONCLUSIVE watched/one-call.json")
                .hasMessageContaining("the failing method was not entered");
    }

    static class OneCallTestCase {
        @ReplayFixture(ONE_CALL)
        void guard() {}
    }

    static class OneCallBypassedTestCase {
        @ReplayTarget
        Discount discount = new Discount.Bypassed();

        @ReplayFixture(ONE_CALL)
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
