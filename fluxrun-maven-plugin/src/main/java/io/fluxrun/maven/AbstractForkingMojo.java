package io.fluxrun.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.inject.Inject;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * What the goals have that run tests in a JVM of their own. In a reactor they work in the one module that their object
 * belongs to and pass the others by; it is an error when no module was the right one.
 */
@SuppressWarnings("NullAway.Init")
public abstract class AbstractForkingMojo extends AbstractModuleMojo {
    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Additional arguments of the JVM that replays, such as {@code --add-opens}. */
    @Parameter(property = "fluxrun.jvmArguments")
    private @Nullable String jvmArguments;

    /** Seconds that the replays may take altogether; 300 if nothing is said. */
    @Parameter(property = "fluxrun.forkTimeout")
    private @Nullable String forkTimeout;

    @Inject
    private RepositorySystem repositories;

    @Inject
    private ToolchainManager toolchains;

    @Override
    final void run() throws IOException {
        var context = session().getPluginContext(plugin, session().getTopLevelProject());
        var visited = (AtomicInteger) context.computeIfAbsent(goal() + ".visited", key -> new AtomicInteger());
        var done = (AtomicBoolean) context.computeIfAbsent(goal() + ".done", key -> new AtomicBoolean());
        if (!done.get() && !"pom".equals(project().getPackaging()) && runIn(module())) {
            done.set(true);
        }
        if (visited.incrementAndGet() == session().getProjects().size() && !done.get()) {
            throw inNoModule();
        }
    }

    abstract String goal();

    /** Does the goal's work if this module is the right one; returns whether it is. */
    abstract boolean runIn(Module module) throws IOException;

    abstract UserException inNoModule();

    /** Returns the class path of the tests with everything that a fork needs besides. */
    final TestRunner testRunner(Module module) {
        var junit = new JUnitArtifacts(
                repositories, session().getRepositorySession(), project().getRemotePluginRepositories());
        var base = new ArrayList<>(module.testClassPath());
        base.addAll(junit.missing(project().getArtifacts()));
        base.add(ownJar());
        return (tests, times, first, directory) -> {
            var classPath = new ArrayList<>(first);
            classPath.addAll(base);
            return new Fork(java(), classPath, arguments(), module.directory(), timeout(), System.getenv())
                    .run(tests, times, directory);
        };
    }

    private Path java() {
        var toolchain = toolchains.getToolchainFromBuildContext("jdk", session());
        var java = toolchain == null ? null : toolchain.findTool("java");
        return java != null ? Path.of(java) : Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private List<String> arguments() {
        var line = settings().get("jvmArguments", jvmArguments);
        var arguments = new ArrayList<>(
                ReplayOptions.of(settings(), project().getProperties()).arguments());
        arguments.addAll(line == null ? List.of() : ArgumentLine.meant(line));
        return arguments;
    }

    private Duration timeout() {
        var seconds = settings().get("forkTimeout", forkTimeout);
        try {
            return Duration.ofSeconds(seconds == null ? 300 : Long.parseLong(seconds));
        } catch (NumberFormatException e) {
            throw Problem.SETTING.because("fluxrun.forkTimeout must be a number of seconds but was " + seconds + ".");
        }
    }

    private static Path ownJar() {
        var location =
                AbstractForkingMojo.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(java.net.URI.create(location.toString()));
    }
}
