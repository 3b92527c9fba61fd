package io.fluxrun.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs test classes in a JVM of their own. */
interface TestRunner {
    /**
     * Runs the classes {@code times} times.
     *
     * @param first class path entries that come before everything else
     * @param directory receives the log and the receipts
     */
    ForkReport run(List<String> tests, int times, List<Path> first, Path directory) throws IOException;
}
