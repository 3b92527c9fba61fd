package io.fluxrun.maven;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.store.StoredRun;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which run a goal is about: one of a store by its id, or a run file copied from anywhere.
 *
 * @param bases what relative paths are relative to, the most likely one first
 */
record RunChoice(
        List<Path> bases,
        @Nullable String store,
        @Nullable String runId,
        @Nullable String file) {
    StoreLocation location() {
        return StoreLocation.find(store == null ? StoreLocation.DEFAULT : store, bases);
    }

    StoredRun load() {
        if (file != null) {
            return read(bases.get(0).resolve(file));
        }
        if (runId == null || runId.isBlank()) {
            throw Problem.RUN_NOT_NAMED.because(
                    "Which run? Name one with -DrunId=ID, mvn fluxrun:list shows them; or a file with -Dfluxrun.run=FILE.");
        }
        return location().open().load(runId.strip());
    }

    private static StoredRun read(Path file) {
        var run = FixtureFiles.read(file).run();
        var boot = run.boot();
        return new StoredRun(run, boot == null ? null : FixtureFiles.readBoot(file, boot));
    }
}
