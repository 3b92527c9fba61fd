package io.fluxrun.maven.fork;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes several times in this JVM and writes one line per test that ended:
 * {@code round TAB status TAB name TAB first line of the failure}. Arguments: report file, rounds, class names.
 */
public final class ForkedTests {
    private ForkedTests() {}

    public static void main(String[] arguments) throws IOException {
        var report = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        var request = request(Arrays.asList(arguments).subList(2, arguments.length));
        var launcher = LauncherFactory.create();
        var lines = new ArrayList<String>();
        for (int round = 1; round <= rounds; round++) {
            var ends = new Ends(round, lines);
            try {
                launcher.execute(request, ends);
            } catch (JUnitException e) {
                ends.add("FAILED", "discovery", Ends.firstLine(e));
            }
        }
        Files.write(report, lines);
        // Threads that the application left behind must not keep the build waiting.
        System.exit(0);
    }

    private static LauncherDiscoveryRequest request(List<String> classes) {
        var builder = LauncherDiscoveryRequestBuilder.request();
        classes.forEach(name -> builder.selectors(selectClass(name)));
        return builder.build();
    }

    private record Ends(int round, List<String> lines) implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                var failure = result.getThrowable().map(Ends::firstLine).orElse("");
                add(result.getStatus().name(), test.getLegacyReportingName(), failure);
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            add(
                    "SKIPPED",
                    test.getLegacyReportingName(),
                    reason.lines().findFirst().orElse(""));
        }

        void add(String status, String name, String message) {
            synchronized (lines) {
                lines.add(String.join("\t", String.valueOf(round), status, plain(name), plain(message)));
            }
        }

        static String firstLine(Throwable failure) {
            var root = failure;
            while (root.getCause() != null && root.getCause() != root) {
                root = root.getCause();
            }
            var own = failure.toString().lines().findFirst().orElse("");
            return root == failure
                    ? own
                    : own + " Cause: " + root.toString().lines().findFirst().orElse("");
        }

        private static String plain(String text) {
            return text.replaceAll("\\p{Cntrl}", " ");
        }
    }
}
