package io.fluxrun.maven;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Receipt;
import io.fluxrun.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * Takes a replay's outcome as the expected one. The new fixture is tried on a copy in front of the test class path; the
 * committed one changes only when the replay of the copy is {@code REPAIRED}.
 */
final class Accepter {
    /** A replay names one added request at a time, and stops there: allow it, then see what follows. */
    private static final int ROUNDS = 10;

    private final Module module;
    private final TestRunner tests;
    private final Acceptance.Signed signed;
    private final Log log;

    Accepter(Module module, TestRunner tests, Acceptance.Signed signed, Log log) {
        this.module = module;
        this.tests = tests;
        this.signed = signed;
        this.log = log;
    }

    /**
     * Accepts how the fixture's test ends now.
     *
     * @param dryRun only shows what would be written
     */
    void accept(FixtureFolder.Found found, List<String> testClasses, boolean dryRun) throws IOException {
        var name = found.file().getFileName().toString();
        var work = WorkDirectory.fresh(module.workDirectory("accept", name));
        var copy = overlay(found, work);
        var receipt = replay(testClasses, copy, work, 0);
        if (receipt.verdict() == Verdict.REPAIRED
                && FixtureFiles.read(copy).guard().expected() != null) {
            log.info(name + " is REPAIRED and its outcome is the accepted one: there is nothing to accept.");
            return;
        }
        for (int round = 1; round <= ROUNDS; round++) {
            var replayed = FixtureFiles.read(copy);
            var acceptance = Acceptance.of(replayed, receipt, signed);
            if (acceptance.fixture().equals(replayed)) {
                break;
            }
            log.info(receipt.summary());
            log.info("Accepting that writes into " + found.file() + ":");
            acceptance.lines().forEach(line -> log.info("  " + line));
            if (dryRun) {
                log.info("Nothing was written, because fluxrun.dryRun is set.");
                return;
            }
            FixtureFiles.write(acceptance.fixture(), copy);
            var before = receipt.verdict();
            receipt = replay(testClasses, copy, work, round);
            if (receipt.verdict() == Verdict.REPAIRED) {
                publish(copy, found.file());
                log.info(receipt.summary());
                log.info("wrote " + found.file() + ": review the diff and commit it.");
                return;
            }
            if (before == Verdict.CHANGED && receipt.verdict() == Verdict.CHANGED) {
                break;
            }
        }
        receipt.message().lines().forEach(log::error);
        throw Problem.NOT_REPAIRED.because("The replay is not REPAIRED with that accepted, so nothing was written: "
                + Printable.sentence(receipt.summary()));
    }

    private static Path overlay(FixtureFolder.Found found, WorkDirectory work) throws IOException {
        var copy = work.resources().resolve(found.path());
        Files.createDirectories(copy.getParent());
        Files.copy(found.file(), copy);
        for (var folder : FixtureFolder.NOT_FIXTURES) {
            var from = found.file().resolveSibling(folder);
            if (Files.isDirectory(from)) {
                var to = Files.createDirectories(copy.resolveSibling(folder));
                for (var file : WorkDirectory.files(from)) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
        }
        return copy;
    }

    private Receipt replay(List<String> testClasses, Path copy, WorkDirectory work, int round) throws IOException {
        var name = copy.getFileName().toString();
        var directory = Files.createDirectories(work.directory().resolve("replay-" + round));
        var report = tests.run(testClasses, 1, List.of(work.resources()), directory);
        return report.receiptsOf(name, Sha256.of(copy)).stream()
                .max(Comparator.comparing(receipt -> receipt.verdict() != Verdict.REPAIRED))
                .orElseThrow(() -> Problem.NO_TEST.because(
                        "No test replayed " + name + ": " + report.firstFailure() + ". See " + report.log() + "."));
    }

    private static void publish(Path copy, Path fixture) throws IOException {
        var publication = new Publication().add(copy, fixture);
        for (var folder : FixtureFolder.NOT_FIXTURES) {
            var from = copy.resolveSibling(folder);
            if (Files.isDirectory(from)) {
                for (var file : WorkDirectory.files(from)) {
                    publication.add(
                            file,
                            fixture.resolveSibling(folder)
                                    .resolve(from.relativize(file).toString()));
                }
            }
        }
        WorkDirectory.publish(publication);
    }
}
