package io.fluxrun.maven;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have that only look at recorded runs. */
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

    final RunChoice choice() {
        return choice(store, runId != null ? runId : shortRunId, run);
    }

    final Output output() {
        var file = settings().get("output", output);
        return new Output(
                flag("json", json), file == null ? null : bases().get(0).resolve(file), System.out, getLog());
    }
}
