package io.fluxrun.maven;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Exports a failed run as a fixture and a JUnit test, after having replayed that very test three times and seen the
 * recorded failure each time. Works in the module that holds the run's entry: its Spring Boot application, or the class
 * of the recorded method.
 */
@Mojo(name = "export", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_TEST_CLASSES)
public final class ExportMojo extends AbstractForkingMojo {
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

    /** The application's class, where a module has several or none that is annotated with @SpringBootApplication. */
    @Parameter(property = "fluxrun.mainClass")
    private @Nullable String mainClass;

    /** Package of the generated test; the application's if nothing is said. */
    @Parameter(property = "fluxrun.testPackage")
    private @Nullable String testPackage;

    /** Name or link of the incident, kept in the fixture. */
    @Parameter(property = "fluxrun.issue")
    private @Nullable String issue;

    /** Writes fixture and test even if the failure does not come back. */
    @Parameter(property = "fluxrun.force")
    private @Nullable String force;

    /** Replaces an earlier export of the same run. */
    @Parameter(property = "fluxrun.overwrite")
    private @Nullable String overwrite;

    @Override
    String goal() {
        return "export";
    }

    @Override
    boolean runIn(Module module) throws IOException {
        var stored = choice(store, runId != null ? runId : shortRunId, run).load();
        var main = settings().get("mainClass", mainClass);
        if (!module.holds(stored.run(), main)) {
            getLog().info("Run " + stored.run().info().id() + " does not enter " + module.name() + ".");
            return false;
        }
        var checkout = GitCheckout.around(module.directory());
        var wishes = new Exporter.Wishes(
                main,
                settings().get("testPackage", testPackage),
                settings().get("issue", issue),
                flag("force", force),
                flag("overwrite", overwrite));
        var target = new Exporter(module, testRunner(module), wishes, getLog())
                .export(
                        stored,
                        checkout == null ? null : checkout.commit(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS));
        getLog().info("wrote " + target.fixture());
        getLog().info("wrote " + target.source());
        getLog().info("It is red until the bug is repaired: mvn test -Dtest="
                + target.names().className());
        return true;
    }

    @Override
    UserException inNoModule() {
        return Problem.NO_MODULE.because(
                "No module holds the run's entry: run this in the application's module, or name"
                        + " its class with -Dfluxrun.mainClass=CLASS.");
    }
}
