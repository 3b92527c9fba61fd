package io.fluxrun.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test classes as JUnit would. */
final class Tests {
    private Tests() {}

    static EngineExecutionResults run(Class<?> testCase) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .execute();
    }

    static void assertGreen(Class<?> testCase, int tests) {
        run(testCase)
                .testEvents()
                .assertStatistics(stats -> stats.started(tests).succeeded(tests));
    }

    /** Runs the one test and returns what it failed with. */
    static Throwable failure(Class<?> testCase) {
        var results = run(testCase);
        results.allEvents()
                .assertStatistics(stats -> stats.skipped(0).aborted(0).failed(1));
        assertThat(results.testEvents().failed().count()).as("failed as a test").isEqualTo(1);
        return results.testEvents().failed().stream()
                .map(Tests::thrown)
                .findFirst()
                .orElseThrow();
    }

    private static Throwable thrown(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
