package io.fluxrun.maven;

import io.fluxrun.fixture.FixtureException;
import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What came out of a {@link Fork}: how each test ended, and the receipts of the fixtures that were replayed. */
record ForkReport(List<TestEnd> ends, List<Receipt> receipts, Path log) {
    private static final System.Logger LOG = System.getLogger(ForkReport.class.getName());

    /** @param failure first line, empty if it passed */
    record TestEnd(int round, String status, String test, String failure) {
        boolean failed() {
            return !status.equals("SUCCESSFUL");
        }
    }

    static ForkReport read(Path report, Path receipts, Path log) throws IOException {
        var ends = Files.readAllLines(report).stream()
                .map(line -> line.split("\t", 4))
                .map(parts -> new TestEnd(Integer.parseInt(parts[0]), parts[1], parts[2], parts[3]))
                .toList();
        return new ForkReport(ends, receipts(receipts), log);
    }

    /** Returns the receipts in a directory by time; none if there is no such directory. */
    static List<Receipt> receipts(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(ForkReport::receipt)
                    .sorted(Comparator.comparing(Receipt::at))
                    .toList();
        }
    }

    /** A JVM that was killed leaves an empty receipt: it proves nothing, and the fixture counts as not replayed. */
    private static Stream<Receipt> receipt(Path file) {
        try {
            return Stream.of(FixtureFiles.readReceipt(file));
        } catch (FixtureException e) {
            LOG.log(System.Logger.Level.WARNING, "A receipt is left out: " + e.getMessage());
            return Stream.empty();
        }
    }

    /** Returns the receipts of the fixture with this file name and content. */
    List<Receipt> receiptsOf(String fileName, String sha256) {
        return receipts.stream()
                .filter(receipt -> Path.of(receipt.fixture()).endsWith(fileName))
                .filter(receipt -> receipt.sha256().equals(sha256))
                .toList();
    }

    /** Returns why a test without a receipt ended as it did. */
    String firstFailure() {
        return ends.stream()
                .filter(TestEnd::failed)
                .findFirst()
                .map(end -> end.test() + ": " + end.failure())
                .orElse(ends.isEmpty() ? "JUnit found no test" : "the tests passed without replaying it");
    }
}
