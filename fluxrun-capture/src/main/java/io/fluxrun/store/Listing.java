package io.fluxrun.store;

import io.fluxrun.fixture.AtomicFile;
import io.fluxrun.fixture.FixtureException;
import io.fluxrun.fixture.FixtureFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the runs of a directory by their summaries; a run that lacks one is read once. */
final class Listing {
    private static final Comparator<RunSummary> NEWEST_FIRST =
            Comparator.comparing(RunSummary::recordedAt).reversed().thenComparing(RunSummary::id);
    private static final int LARGEST_SUMMARY = 64 << 10;

    private final StoreFolders folders;
    private final List<RunSummary> runs = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Listing(StoreFolders folders) {
        this.folders = folders;
    }

    RunListing read() {
        folders.candidates().stream().sorted().forEach(this::read);
        runs.sort(NEWEST_FIRST);
        return new RunListing(runs, warnings);
    }

    private void read(Path file) {
        String id = RunId.of(file);
        try {
            if (id == null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                warnings.add(file + " is no run file of this store and was left out. Move it away.");
                return;
            }
            long bytes = Files.size(file);
            RunSummary summary = summary(id, bytes);
            runs.add(summary == null ? readRun(id, file, bytes) : summary);
        } catch (FixtureException e) {
            warnings.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            warnings.add(file + " cannot be read: " + e + ". Check its permissions.");
        }
    }

    private @Nullable RunSummary summary(String id, long bytes) throws IOException {
        Path file = folders.summary(id);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST_SUMMARY) {
            return null;
        }
        RunSummary summary = Summaries.read(Files.readAllBytes(file));
        return summary != null && summary.id().equals(id) && summary.bytes() == bytes ? summary : null;
    }

    private RunSummary readRun(String id, Path file, long bytes) {
        RunSummary summary = Summaries.of(FixtureFiles.read(file).run(), bytes);
        if (!summary.id().equals(id)) {
            throw new FixtureException(
                    file + " holds the run " + summary.id() + " and was left out. Name it after it.");
        }
        try {
            AtomicFile.write(folders.summary(id), Summaries.write(summary));
        } catch (FixtureException e) {
            // The summary only saves time, and a store may be read-only for who lists it.
            return summary;
        }
        return summary;
    }
}
