package io.fluxrun.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ReplayFixtureTests {
    @BeforeAll
    static void export() {
        Fixtures.seenRed("ord_01-503.json");
        Fixtures.seenRed("repaired/ord_01-503.json", Fixtures.noPayment());
        Fixtures.seenRed("repaired/ord_02-503.json", Fixtures.noPayment());
    }

    @Test
    void theBugIsRedAndTheFirstLineNamesIt() {
        var failure = Tests.failure(BuggyTestCase.class);
        assertThat(failure).isInstanceOf(AssertionFailedError.class);
        assertThat(failure.getMessage())
                .startsWith("FLUX-102 REGRESSED ord_01-503.json (INC-7): Shop#order throws"
                        + " io.fluxrun.junit.Shop$OutOfStock: inventory unavailable again,"
                        + " broke at POST /stock/check (exchange 2 of 3, shop)\n");
        assertThat(((AssertionFailedError) failure).getActual().getStringRepresentation())
                .contains("\"exception\" : \"io.fluxrun.junit.Shop$OutOfStock\"");
    }

    static class BuggyTestCase {
        @ReplayFixture("ord_01-503.json")
        void guard() {}
    }

    @Test
    void theRepairDivergesUntilItIsAllowed() {
        assertThat(Tests.failure(RepairedTestCase.class))
                .hasMessageStartingWith("FLUX-101 DIVERGED")
                .hasMessageContaining("\"id\": \"removed-3\"");
        Tests.assertGreen(AllowedTestCase.class, 1);
    }

    static class RepairedTestCase {
        @ReplayTarget
        Shop shop = new Shop.Repaired();

        @ReplayFixture("ord_01-503.json")
        void guard() {}
    }

    static class AllowedTestCase {
        @ReplayTarget
        Shop shop = new Shop.Repaired();

        @ReplayFixture("repaired/ord_01-503.json")
        void guard(Replay replay) {
            assertThat(replay.run().result()).isEqualTo("pending-stock");
            assertThat(replay.thrown()).isNull();
            assertThat(replay.verdict().green()).isTrue();
            assertThat(replay.recorded().info().id()).isEqualTo("run1");
        }
    }

    @Test
    void aBodyThatIgnoresItsReplayIsGuardedAllTheSame() {
        assertThat(Tests.failure(IgnoringTestCase.class)).hasMessageStartingWith("FLUX-102 REGRESSED");
    }

    static class IgnoringTestCase {
        @ReplayFixture("ord_01-503.json")
        void guard(Replay ignored) {}
    }

    @Test
    void aBodyThatFailsIsAnEffectOfTheBug() {
        var failure = Tests.failure(AssertingTestCase.class);
        assertThat(failure).hasMessageStartingWith("FLUX-102 REGRESSED");
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0]).hasMessage("the body's own");
    }

    static class AssertingTestCase {
        @ReplayFixture("ord_01-503.json")
        void guard(Replay replay) {
            throw new AssertionError("the body's own");
        }
    }

    @Test
    void aBodyThatFailsOnAGreenGuardFailsTheTest() {
        assertThat(Tests.failure(GreenGuardTestCase.class)).hasMessage("the body's own");
    }

    static class GreenGuardTestCase {
        @ReplayTarget
        Shop shop = new Shop.Repaired();

        @ReplayFixture("repaired/ord_01-503.json")
        void guard() {
            throw new AssertionError("the body's own");
        }
    }

    @Test
    void aFolderOrGlobIsOneInvocationPerFixtureInOrder() {
        for (var testCase : new Class<?>[] {FolderTestCase.class, GlobTestCase.class}) {
            var results = Tests.run(testCase);
            results.testEvents().assertStatistics(stats -> stats.succeeded(2));
            assertThat(results.testEvents().started().stream()
                            .map(event -> event.getTestDescriptor().getDisplayName()))
                    .containsExactly("repaired/ord_01-503.json", "repaired/ord_02-503.json");
        }
    }

    static class FolderTestCase {
        @ReplayTarget
        Shop shop = new Shop.Repaired();

        @ReplayFixture("repaired")
        void guard() {}
    }

    static class GlobTestCase {
        @ReplayTarget
        Shop shop = new Shop.Repaired();

        @ReplayFixture("repaired/*-503.json")
        void guard() {}
    }

    @Test
    void aCharacterisationTestKeepsTheBug() {
        Tests.assertGreen(CharacterisationTestCase.class, 1);
        assertThat(Tests.failure(CharacterisedRepairTestCase.class)).hasMessageStartingWith("FLUX-101 DIVERGED");
    }

    static class CharacterisationTestCase {
        @ReplayFixture(value = "ord_01-503.json", expect = Expect.RECORDED)
        void asRecorded() {}
    }

    static class CharacterisedRepairTestCase {
        @ReplayTarget
        Shop shop = new Shop.Repaired();

        @ReplayFixture(value = "ord_01-503.json", expect = Expect.RECORDED)
        void asRecorded() {}
    }

    @Test
    void aComposedAnnotationWorksLikeTheAnnotationItself() {
        assertThat(Tests.failure(ComposedTestCase.class)).hasMessageStartingWith("FLUX-102 REGRESSED");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ReplayFixture("ord_01-503.json")
    @interface InventoryOutage {}

    static class ComposedTestCase {
        @InventoryOutage
        void guard() {}
    }

    @Test
    void aTestMayCallTheEntryItself() {
        Tests.assertGreen(CallingTestCase.class, 1);
    }

    static class CallingTestCase {
        @ReplayFixture("repaired/ord_01-503.json")
        void guard(Replay replay) {
            var shop = new Shop.Repaired();
            assertThat(replay.invoke(() -> shop.order("ord_01")).result()).isEqualTo("pending-stock");
        }
    }

    @Test
    void replayingChangesNoByteOfTheFixture() throws IOException {
        var before = Files.readAllBytes(Fixtures.file("ord_01-503.json"));
        Tests.failure(BuggyTestCase.class);
        assertThat(Fixtures.file("ord_01-503.json")).hasBinaryContent(before);
    }
}
