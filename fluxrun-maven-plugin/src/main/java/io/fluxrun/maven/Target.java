package io.fluxrun.maven;

import io.fluxrun.fixture.FixtureException;
import io.fluxrun.fixture.FixtureFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/** The names and places that an export gets; nothing that is there is overwritten unasked. */
record Target(Names names, Path fixture, Path source) {
    /** Chooses the first free name; another run's fixture of the same name makes way for a number. */
    static Target choose(Names base, Module module, String packageName, String runId, boolean overwrite) {
        for (int n = 1; ; n++) {
            var names = base.numbered(n);
            var target = new Target(
                    names,
                    module.fixtures().resolve(names.fixtureFile()),
                    module.testSources().resolve(packageName.replace('.', '/')).resolve(names.className() + ".java"));
            var taken = Files.exists(target.fixture());
            if (taken && !holds(target.fixture(), runId)) {
                continue;
            }
            if (!overwrite && (taken || Files.exists(target.source()))) {
                throw Problem.EXISTS.because(
                        (taken ? target.fixture() : target.source())
                                + " exists. Delete it, or replace it and what was accepted in it with -Dfluxrun.overwrite=true.");
            }
            return target;
        }
    }

    private static boolean holds(Path fixture, String runId) {
        try {
            return FixtureFiles.read(fixture).run().info().id().equals(runId);
        } catch (FixtureException e) {
            // Whatever that file is, it is not this run: it keeps its name.
            return false;
        }
    }
}
