package io.fluxrun.junit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.spring.SpringShop;
import io.fluxrun.junit.Replay;
import io.fluxrun.junit.ReplayFixture;
import io.fluxrun.scope.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

class SpringReplayTests {
    private static final Set<ApplicationContext> CONTEXTS = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void export() {
        SpringFixtures.outOfStock("http/ord_01-503.json", SpringFixtures.BOOT);
        SpringFixtures.repaired("http/ord_02-503.json", SpringFixtures.BOOT);
        SpringFixtures.withMissingBoot("boot-gone.json");
        SpringFixtures.repaired(
                "other-boot.json",
                new io.fluxrun.run.Boot(
                        Map.of("a", "b"),
                        io.fluxrun.run.Environment.EMPTY,
                        Map.of(),
                        List.of(),
                        io.fluxrun.run.Readiness.READY));
    }

    @Test
    void replaysOnARealPortInTheRecordedWorld() {
        System.setProperty("shop.machine", "mine");
        try {
            assertThat(failures(RepairedTestCase.class)).isEmpty();
        } finally {
            System.clearProperty("shop.machine");
        }
        assertThat(Scope.current()).as("the test's thread after the start").isNull();
    }

    @SpringBootTest(classes = SpringShop.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
    static class RepairedTestCase {
        @Autowired
        Environment environment;

        @Autowired
        ApplicationContext context;

        @ReplayFixture("http/ord_02-503.json")
        void guard(Replay replay) {
            CONTEXTS.add(context);
            assertThat(replay.status()).isEqualTo(200);
            assertThat(replay.body()).isEqualTo("ord_01,two pieces,s1,eu-central");
            assertThat(environment.getActiveProfiles()).containsExactly("production");
            assertThat(environment.getProperty("shop.currency")).isEqualTo("EUR");
            assertThat(environment.getProperty("shop.mode")).isEqualTo("recorded");
            assertThat(environment.getProperty("shop.machine")).isNull();
            assertThat(environment.getProperty("PATH")).isNull();
            assertThat(environment.getProperty("java.version")).isEqualTo(System.getProperty("java.version"));
            assertThat(environment.getProperty("server.port")).isEqualTo("0");
        }
    }

    @Test
    void theBugIsRedAndSharesTheContext() {
        assertThat(failures(RepairedTestCase.class)).isEmpty();
        assertThat(failures(BuggyTestCase.class))
                .singleElement()
                .asString()
                .contains("FLUX-102 REGRESSED http/ord_01-503.json: POST /orders/ord_01 answers 503 again,"
                        + " broke at GET /stock/ord_01 (exchange 1 of 1, shop)");
        assertThat(CONTEXTS).hasSize(1);
    }

    @SpringBootTest(classes = SpringShop.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
    static class BuggyTestCase {
        @Autowired
        ApplicationContext context;

        @ReplayFixture("http/ord_01-503.json")
        void guard(Replay replay) {
            CONTEXTS.add(context);
        }
    }

    @Test
    void aHundredReplaysInOneContextEightAtATimeAreAllTheSame() {
        for (int i = 0; i < 100; i++) {
            SpringFixtures.repaired("many/ord_%02d.json".formatted(i), SpringFixtures.BOOT);
        }
        var results = EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(ManyTestCase.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .execute();
        results.testEvents().assertStatistics(stats -> stats.started(100).succeeded(100));
    }

    @SpringBootTest(classes = SpringShop.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
    static class ManyTestCase {
        @ReplayFixture("many")
        void guard(Replay replay) {
            assertThat(replay.body()).isEqualTo("ord_01,two pieces,s1,eu-central");
        }
    }

    @Test
    void withoutAServerItSaysWhatToAnnotate() {
        assertThat(failures(MockTestCase.class))
                .singleElement()
                .asString()
                .contains("MockTestCase starts no server", "WebEnvironment.RANDOM_PORT");
    }

    @SpringBootTest(classes = SpringShop.class)
    static class MockTestCase {
        @ReplayFixture("http/ord_02-503.json")
        void guard() {}
    }

    @Test
    void withoutSpringItSaysWhatToAnnotate() {
        assertThat(failures(PlainTestCase.class))
                .singleElement()
                .asString()
                .contains("POST /orders/ord_01 is an HTTP request and this test starts no server", "@SpringBootTest");
    }

    static class PlainTestCase {
        @ReplayFixture("http/ord_02-503.json")
        void guard() {}
    }

    @Test
    void aMissingBootFileFailsWithItsName() {
        assertThat(failures(BootGoneTestCase.class))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("boot/" + "ab".repeat(32) + ".json"));
    }

    @SpringBootTest(classes = SpringShop.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
    static class BootGoneTestCase {
        @ReplayFixture("boot-gone.json")
        void guard() {}
    }

    @Test
    void aFixtureOfAnotherBootIsRefused() {
        assertThat(failures(TwoBootsTestCase.class))
                .singleElement()
                .asString()
                .contains("recorded after another start of the application", "a class of its own");
    }

    @SpringBootTest(classes = SpringShop.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
    static class TwoBootsTestCase {
        @ReplayFixture("http/ord_02-503.json")
        void one() {}

        @ReplayFixture("other-boot.json")
        void other() {}
    }

    private static List<Throwable> failures(Class<?> testCase) {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(testCase))
                .execute();
        return results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
    }
}
