package io.fluxrun.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Fails the build unless every fixture that a test could find was replayed by a test of this build and came out as that
 * test expects: those anywhere among the test resources, in {@code fixtures/} of the resources and of the module, and in
 * {@code fixtures/} of the reactor's root. The last may be replayed in any module, so the last module asks for them, and
 * only a build of the whole reactor asks for all of them. With no fixtures at all it says {@code 0 fixtures} and passes.
 *
 * <p>Leaves {@code target/fluxrun/verify.md}, {@code TEST-fluxrun-verify.xml} in the form of JUnit's reports, and {@code
 * exit-code}: 0, 1, or 125 where nothing can be said of this commit, for {@code git bisect run}.
 */
@SuppressWarnings("NullAway.Init")
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class VerifyMojo extends AbstractModuleMojo {
    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Where the tests leave their receipts. */
    @Parameter(property = "fluxrun.receipts", defaultValue = "${project.build.directory}/fluxrun/receipts")
    private @Nullable String receipts;

    @Override
    void run() throws IOException {
        var module = module();
        var directory = module.directory().resolve(String.valueOf(settings().get("receipts", receipts)));
        var modules = modules();
        boolean last = modules.arrive(module.directory(), Optional.of(directory));
        var all = new Verification(List.of());
        VerificationReport.clear(reports());
        if (!"pom".equals(project().getPackaging())) {
            var places = FixturePlaces.of(module, modules.sharedRoots());
            getLog().info(places.told(module.directory()));
            all = all.and(told(Verification.of(places.fixtures(), ForkReport.receipts(directory), since())));
        }
        if (last) {
            all = all.and(shared(modules));
        }
        report(all);
    }

    @Override
    void skipped() throws IOException {
        var modules = modules();
        if (modules.arrive(project().getBasedir().toPath(), Optional.empty())) {
            report(shared(modules));
        }
    }

    private Verification shared(VerifyingModules modules) throws IOException {
        var all = new Verification(List.of());
        for (var root : modules.sharedRoots()) {
            var places = FixturePlaces.shared(root);
            getLog().info(places.told(project().getBasedir().toPath()));
            if (!places.fixtures().isEmpty()) {
                boolean whole = isWholeBuildOf(root);
                if (!whole) {
                    getLog().info("Only a build of all of " + root + " asks for every fixture there.");
                }
                all = all.and(told(modules.verify(places.fixtures(), whole, since())));
            }
        }
        return all;
    }

    private Verification told(Verification verification) {
        getLog().info(verification.summary());
        return verification;
    }

    private Path reports() {
        return Path.of(project().getBuild().getDirectory()).resolve("fluxrun");
    }

    private void report(Verification all) throws IOException {
        VerificationReport.write(all, reports());
        var faults = all.faults();
        if (!faults.isEmpty()) {
            faults.forEach(getLog()::error);
            var more = faults.size() > 1 ? " And " + (faults.size() - 1) + " more, see above." : "";
            throw Problem.NOT_VERIFIED.because(faults.get(0) + more);
        }
    }

    private boolean isWholeBuildOf(Path root) {
        return session().getProjects().size() == session().getAllProjects().size()
                && session().getProjects().stream()
                        .anyMatch(project -> project.getBasedir().toPath().equals(root));
    }

    @SuppressWarnings("unchecked")
    private VerifyingModules modules() {
        var awaited = session().getProjects().stream()
                .filter(this::verifies)
                .map(project -> project.getBasedir().toPath())
                .collect(Collectors.toSet());
        var arrived = (Map<Path, Optional<Path>>) session()
                .getPluginContext(plugin, session().getTopLevelProject())
                .computeIfAbsent("verify.arrived", key -> new HashMap<>());
        return new VerifyingModules(awaited, arrived);
    }

    /** Called by name the goal runs in every module, otherwise in those whose POM binds it. */
    private boolean verifies(MavenProject project) {
        var bound = project.getPlugin(plugin.getPluginLookupKey());
        return execution.getSource() == MojoExecution.Source.CLI
                || (bound != null
                        && bound.getExecutions().stream()
                                .anyMatch(each -> each.getGoals().contains(execution.getGoal())));
    }

    private Instant since() {
        return session().getStartTime().toInstant();
    }
}
