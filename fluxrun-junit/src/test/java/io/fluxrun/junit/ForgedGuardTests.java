package io.fluxrun.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What someone might do to make a guard green without a repair: each is red, with the verdict that it deserves. */
class ForgedGuardTests {
    @BeforeAll
    static void export() {
        Fixtures.seenRed("forged/whole.json", Fixtures.noPayment());
        var recorded = Fixtures.RECORDED;
        Fixtures.seenRed(
                "forged/answer-200.json",
                List.of(recorded.get(0), Recorded.ofShop(2, "POST /stock/check", 200), recorded.get(2)));
        Fixtures.seenRed("forged/first-deleted.json", recorded.subList(1, 3));
        Fixtures.seenRed("forged/last-deleted.json", recorded.subList(0, 2));
    }

    @Test
    void editingTheRecordedAnswerProvesNothing() {
        assertThat(Tests.failure(EditedTestCase.class))
                .hasMessageStartingWith("FLUX-103 INCONCLUSIVE forged/answer-200.json (INC-7)")
                .hasMessageContaining("was edited after the guard was seen red");
    }

    static class EditedTestCase {
        @ReplayFixture("forged/answer-200.json")
        void guard() {}
    }

    @Test
    void deletingAnExchangeBeforeTheBreakDiverges() {
        assertThat(Tests.failure(FirstDeletedTestCase.class))
                .hasMessageStartingWith("FLUX-101 DIVERGED")
                .hasMessageContaining("GET /orders/ord_01 (shop) has no answer in the fixture");
    }

    static class FirstDeletedTestCase {
        @ReplayFixture("forged/first-deleted.json")
        void guard() {}
    }

    @Test
    void deletingTheWriteProvesNothing() {
        assertThat(Tests.failure(LastDeletedTestCase.class)).hasMessageStartingWith("FLUX-103 INCONCLUSIVE");
    }

    static class LastDeletedTestCase {
        @ReplayTarget
        Shop shop = new Shop.Repaired();

        @ReplayFixture("forged/last-deleted.json")
        void guard() {}
    }

    @Test
    void emptyingTheHandlerProvesNothing() {
        assertThat(Tests.failure(EmptyTestCase.class)).hasMessageStartingWith("FLUX-103 INCONCLUSIVE");
    }

    static class EmptyTestCase {
        @ReplayTarget
        Shop shop = new Shop.Empty();

        @ReplayFixture("forged/whole.json")
        void guard() {}
    }

    @Test
    void throwingAnotherExceptionIsAChange() {
        assertThat(Tests.failure(OtherwiseTestCase.class))
                .hasMessageStartingWith("FLUX-104 CHANGED")
                .hasMessageContaining("throws java.lang.IllegalStateException: repaired, they said");
    }

    static class OtherwiseTestCase {
        @ReplayTarget
        Shop shop = new Shop.FailingOtherwise();

        @ReplayFixture("forged/whole.json")
        void guard() {}
    }

    @Test
    void swallowingTheMissDoesNotHideIt() {
        assertThat(Tests.failure(SwallowingTestCase.class))
                .hasMessageStartingWith("FLUX-101 DIVERGED forged/whole.json (INC-7): POST /notify (shop), a write,");
    }

    static class SwallowingTestCase {
        @ReplayTarget
        Shop shop = new Shop.Swallowing();

        @ReplayFixture("forged/whole.json")
        void guard() {}
    }
}
