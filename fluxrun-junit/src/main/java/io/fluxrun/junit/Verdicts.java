package io.fluxrun.junit;

import io.fluxrun.replay.ReplayResult;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** Tells JUnit what a replay came to. */
final class Verdicts {
    private Verdicts() {}

    static void assertPassed(ReplayResult result) {
        if (!result.passed()) {
            throw new AssertionFailedError(result.message(), result.expected(), result.actual());
        }
    }

    static void publish(FixtureReplay replay, ExtensionContext context) {
        var result = replay.judged();
        try {
            context.publishReportEntry(Map.of(
                    "fluxrun.fixture",
                    replay.name(),
                    "fluxrun.verdict",
                    result.verdict().name()));
        } catch (RuntimeException | LinkageError listenerFailed) {
            replay.remark(listenerFailed);
        }
    }
}
