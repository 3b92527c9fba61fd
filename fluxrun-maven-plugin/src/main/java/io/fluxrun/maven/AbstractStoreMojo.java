package io.fluxrun.maven;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.store.StoredRun;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have that read recorded runs. */
public abstract class AbstractStoreMojo extends AbstractFluxRunMojo {
    /** Where the runs are, {@code file:DIRECTORY}; {@code file:.fluxrun} if nothing is said. */
    @Parameter(property = "fluxrun.store")
    private @Nullable String store;

    /** Id of the run, or the beginning of it if no other run's id begins so. */
    @Parameter(property = "fluxrun.runId")
    private @Nullable String runId;

    /** The same as {@code fluxrun.runId}, shorter to type. */
    @Parameter(property = "runId")
    private @Nullable String shortRunId;

    /** A run file, copied from anywhere, instead of a store. */
    @Parameter(property = "fluxrun.run")
    private @Nullable String run;

    /** Answers with one JSON document; run {@code mvn -q} to have nothing else on standard output. */
    @Parameter(property = "fluxrun.json")
    private @Nullable String json;

    /** File to write the answer to, instead of log or standard output. */
    @Parameter(property = "fluxrun.output")
    private @Nullable String output;

    final StoreLocation store() {
        var uri = settings().get("store", store);
        return StoreLocation.find(uri == null ? StoreLocation.DEFAULT : uri, bases());
    }

    final StoredRun load() {
        var file = settings().get("run", run);
        if (file != null) {
            return loadFile(bases().get(0).resolve(file));
        }
        var id = settings().get("runId", runId != null ? runId : shortRunId);
        if (id == null || id.isBlank()) {
            throw Problem.RUN_NOT_NAMED.because(
                    "Which run? Name one with -DrunId=ID, mvn fluxrun:list shows them; or a file with -Dfluxrun.run=FILE.");
        }
        return store().open().load(id.strip());
    }

    final Output output() {
        var file = settings().get("output", output);
        return new Output(
                flag("json", json), file == null ? null : bases().get(0).resolve(file), System.out, getLog());
    }

    private static StoredRun loadFile(Path file) {
        var recorded = FixtureFiles.read(file).run();
        var boot = recorded.boot();
        return new StoredRun(recorded, boot == null ? null : FixtureFiles.readBoot(file, boot));
    }
}
