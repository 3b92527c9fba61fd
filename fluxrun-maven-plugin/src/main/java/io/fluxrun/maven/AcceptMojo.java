package io.fluxrun.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Accepts how a fixture's replay ends now as the expected outcome, with the allowances that the repair needs. A
 * person's decision: refused in CI, for several fixtures at once, and while the failure is still there.
 */
@Mojo(name = "accept", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_TEST_CLASSES)
public final class AcceptMojo extends AbstractForkingMojo {
    /** File name of the fixture, such as {@code ord_01-503.json}. */
    @Parameter(property = "fluxrun.fixture")
    private @Nullable String fixture;

    /** Why the change is intended; kept with each allowance. */
    @Parameter(property = "fluxrun.reason")
    private @Nullable String reason;

    /** Who accepts; Git's user.name if nothing is said. */
    @Parameter(property = "fluxrun.author")
    private @Nullable String author;

    /** Only shows what would be written. */
    @Parameter(property = "fluxrun.dryRun")
    private @Nullable String dryRun;

    @Override
    String goal() {
        return "accept";
    }

    @Override
    boolean runIn(Module module) throws IOException {
        refuseInCi(System.getenv());
        var name = one(settings().get("fixture", fixture));
        var found = new FixtureFolder(module).find(name);
        if (found == null) {
            getLog().info("No fixture " + name + " in " + module.name() + ".");
            return false;
        }
        var file = found.file().getFileName().toString();
        var receipts = ForkReport.receipts(module.buildDirectory().resolve("fluxrun/receipts"));
        var tests = ReplayingTests.of(file, module.testClasses(), receipts);
        if (tests.isEmpty()) {
            throw Problem.NO_TEST.because("No test in " + module.testClasses() + " replays " + file
                    + ": add a test with @ReplayFixture(\"" + file + "\").");
        }
        var signed = new Acceptance.Signed(
                author(module),
                settings().get("reason", reason),
                LocalDate.now(java.time.ZoneOffset.UTC).toString());
        new Accepter(module, testRunner(module), signed, getLog()).accept(found, tests, flag("dryRun", dryRun));
        return true;
    }

    @Override
    UserException inNoModule() {
        return Problem.NO_FIXTURE.because(
                "No module has the fixture " + settings().get("fixture", fixture)
                        + " in the fixtures/ of its test resources. Check -Dfluxrun.fixture=NAME.json.");
    }

    static void refuseInCi(Map<String, String> environment) {
        Stream.of("CI", "JENKINS_URL", "TEAMCITY_VERSION", "TF_BUILD")
                .filter(name -> !environment.getOrDefault(name, "").isEmpty())
                .filter(name -> !"false".equalsIgnoreCase(environment.get(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.IN_CI.because("Accepting is a person's decision and refused in CI (" + name
                            + " is set): run mvn fluxrun:accept on your machine and commit the fixture.");
                });
    }

    static String one(@Nullable String fixture) {
        if (fixture == null || fixture.isBlank()) {
            throw Problem.NO_FIXTURE.because("Which fixture? Name it with -Dfluxrun.fixture=NAME.json.");
        }
        if (fixture.matches(".*[*?,\\[{].*")) {
            throw Problem.NO_FIXTURE.because(
                    "accept takes one fixture by its name, no pattern: " + fixture + ". Accept each one by itself.");
        }
        return fixture.strip();
    }

    private @Nullable String author(Module module) throws IOException {
        var named = settings().get("author", author);
        var checkout = GitCheckout.around(module.directory());
        return named != null || checkout == null ? named : checkout.userName(Path.of(System.getProperty("user.home")));
    }
}
