package io.fluxrun.maven;

import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Fails the build unless every fixture among the test resources was replayed by a test of this build and is green. With
 * no fixtures at all it says {@code 0 fixtures} and passes.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class VerifyMojo extends AbstractModuleMojo {
    /** Where the tests leave their receipts. */
    @Parameter(property = "fluxrun.receipts", defaultValue = "${project.build.directory}/fluxrun/receipts")
    private @Nullable String receipts;

    @Override
    void run() throws IOException {
        if ("pom".equals(project().getPackaging())) {
            return;
        }
        var module = module();
        var directory = settings().get("receipts", receipts);
        var verification = Verification.of(
                new FixtureFolder(module).all(),
                ForkReport.receipts(module.directory().resolve(String.valueOf(directory))),
                session().getStartTime().toInstant());
        getLog().info(verification.summary());
        if (!verification.faults().isEmpty()) {
            verification.faults().forEach(getLog()::error);
            var more = verification.faults().size() > 1
                    ? " And " + (verification.faults().size() - 1) + " more, see above."
                    : "";
            throw Problem.NOT_VERIFIED.because(verification.faults().get(0) + more);
        }
    }
}
