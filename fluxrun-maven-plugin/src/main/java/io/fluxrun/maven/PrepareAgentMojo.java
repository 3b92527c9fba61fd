package io.fluxrun.maven;

import java.nio.file.Path;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Puts FluxRun's agent in front of the test JVM's arguments, so that replays need not attach it by themselves. The
 * property is set even when this goal is skipped, so that an argument line that refers to it stays valid.
 */
@SuppressWarnings("NullAway.Init")
@Mojo(name = "prepare-agent", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareAgentMojo extends AbstractModuleMojo {
    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** The property that Surefire takes its JVM arguments from; {@code argLine} if nothing is said. */
    @Parameter(property = "fluxrun.propertyName")
    private @Nullable String propertyName;

    /** The agent's options, {@code key=value} with commas between; {@code mode=replay} if nothing is said. */
    @Parameter(property = "fluxrun.agentOptions")
    private @Nullable String agentOptions;

    @Inject
    private RepositorySystem repositories;

    @Override
    void run() {
        var options = settings().get("agentOptions", agentOptions);
        var argument = new AgentArgument(
                agentJar(),
                options == null ? ReplayOptions.of(settings(), properties()).ofTheAgent() : options);
        var properties = properties();
        var line = argument.prependedTo(properties.getProperty(name()));
        properties.setProperty(name(), line);
        getLog().info(name() + " set to " + line);
    }

    @Override
    void skipped() {
        properties().putIfAbsent(name(), "");
    }

    private String name() {
        var name = settings().get("propertyName", propertyName);
        return name == null ? "argLine" : name;
    }

    private Properties properties() {
        return project().getProperties();
    }

    /**
     * Resolved now and not a dependency of the plugin: a reactor that builds only up to its tests has no agent jar yet
     * and could then not even load the plugin.
     */
    private Path agentJar() {
        return new JUnitArtifacts(
                        repositories,
                        session().getRepositorySession(),
                        project().getRemotePluginRepositories())
                .resolve("io.fluxrun:fluxrun-capture:jar:agent:" + plugin.getVersion());
    }
}
