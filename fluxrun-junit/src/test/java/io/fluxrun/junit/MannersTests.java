package io.fluxrun.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

/** Lives beside what JUnit and its other extensions do. */
class MannersTests {
    @BeforeAll
    static void export() {
        Fixtures.seenRed("manners/ord_01-503.json");
        Fixtures.seenRed("manners/repaired.json", Fixtures.noPayment());
    }

    @Test
    void aNestedClassIsLookedAtWithItsOuterOnes() {
        Tests.assertGreen(OuterTestCase.class, 2);
        assertThat(Tests.failure(NestedBugTestCase.class)).hasMessageStartingWith("FLUX-102 REGRESSED");
    }

    static class OuterTestCase {
        final Shop shop = new Shop.Repaired();

        @Nested
        class Inner {
            @ReplayTarget
            Shop ofInner = shop;

            @ReplayFixture("manners/repaired.json")
            void guard() {}

            @Nested
            class Innermost {
                @ReplayTarget
                Shop ofInnermost = shop;

                @ReplayFixture("manners/repaired.json")
                void guard(Replay replay) {
                    assertThat(replay.result()).isEqualTo("pending-stock");
                }
            }
        }
    }

    static class NestedBugTestCase {
        @Nested
        class Inner {
            @ReplayFixture("manners/ord_01-503.json")
            void guard() {}
        }
    }

    @Test
    void aTargetOfAnOuterClassServesItsNestedOnes() {
        Tests.assertGreen(OuterTargetTestCase.class, 1);
    }

    static class OuterTargetTestCase {
        @ReplayTarget
        Shop shop = new Shop.Repaired();

        @Nested
        class Inner {
            @ReplayFixture("manners/repaired.json")
            void guard() {}
        }
    }

    @Test
    void aGuardIsInheritedWithItsTarget() {
        Tests.assertGreen(InheritingTestCase.class, 1);
        Tests.assertGreen(ImplementingTestCase.class, 1);
    }

    abstract static class Inherited {
        @ReplayTarget
        Shop shop = create();

        abstract Shop create();

        @ReplayFixture("manners/repaired.json")
        void guard() {}
    }

    static class InheritingTestCase extends Inherited {
        @Override
        Shop create() {
            return new Shop.Repaired();
        }
    }

    interface Guarded {
        @ReplayFixture("manners/repaired.json")
        default void guard(Replay replay) {
            replay.invoke(() -> new Shop.Repaired().order("ord_01"));
        }
    }

    static class ImplementingTestCase implements Guarded {}

    @Test
    void otherTestsOfTheClassAreLeftAlone() {
        Tests.assertGreen(MixedTestCase.class, 2 + 3 + 1 + 1);
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class MixedTestCase {
        @ReplayTarget
        Shop shop = new Shop.Repaired();

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void parameterized(String value) {
            assertThat(value).hasSize(1);
        }

        @RepeatedTest(3)
        void repeated() {}

        @Test
        void plain(TestInfo info) {
            assertThat(info.getDisplayName()).startsWith("plain");
        }

        @ReplayFixture("manners/repaired.json")
        void guard(TestInfo info, Replay replay) {
            assertThat(info.getDisplayName()).isEqualTo("manners/repaired.json");
            assertThat(replay.verdict().green()).isTrue();
        }
    }

    @Test
    void whatComesBeforeEachTestComesBeforeTheReplay() {
        OrderedTestCase.seen.clear();
        Tests.assertGreen(OrderedTestCase.class, 1);
        assertThat(OrderedTestCase.seen).containsExactly("before", "replayed", "body");
    }

    static class OrderedTestCase {
        static final List<String> seen = Collections.synchronizedList(new ArrayList<>());

        @ReplayTarget
        Shop shop;

        @BeforeEach
        void create() {
            seen.add("before");
            shop = new Shop() {
                @Override
                String order(String id) {
                    seen.add("replayed");
                    return new Shop.Repaired().order(id);
                }
            };
        }

        @ReplayFixture("manners/repaired.json")
        void guard() {
            seen.add("body");
        }
    }

    @Test
    void mocksOfTheTestWorkInItsReplay() {
        Tests.assertGreen(MockedTestCase.class, 1);
        assertThat(Tests.failure(MockedBugTestCase.class)).hasMessageStartingWith("FLUX-102 REGRESSED");
    }

    /** Final, so that a mock of it is made by changing its class. */
    static final class Notifier {
        String tell(String order) {
            throw new AssertionError("the real one is called for " + order);
        }
    }

    @ExtendWith(MockitoExtension.class)
    static class MockedTestCase {
        @Mock
        Notifier notifier;

        @ReplayTarget
        Shop shop;

        @BeforeEach
        void create() {
            when(notifier.tell("ord_01")).thenReturn("told");
            shop = new Shop() {
                @Override
                String order(String id) {
                    return notifier.tell(id) + ": " + new Shop.Repaired().order(id);
                }
            };
        }

        @ReplayFixture("manners/repaired.json")
        void guard(Replay replay) {
            assertThat(replay.result()).isEqualTo("told: pending-stock");
            verify(notifier).tell("ord_01");
        }
    }

    @ExtendWith(MockitoExtension.class)
    static class MockedBugTestCase {
        @Mock
        Notifier notifier;

        @ReplayFixture("manners/ord_01-503.json")
        void guard() {
            when(notifier.tell("x")).thenReturn("y");
            assertThat(notifier.tell("x")).isEqualTo("y");
        }
    }
}
