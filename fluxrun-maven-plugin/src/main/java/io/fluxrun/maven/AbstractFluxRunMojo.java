package io.fluxrun.maven;

import io.fluxrun.fixture.FixtureException;
import io.fluxrun.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What every goal has: a way to skip it, one precedence of settings, and one line when the user can help it. */
@SuppressWarnings("NullAway.Init")
public abstract class AbstractFluxRunMojo extends AbstractMojo {
    /** Skips this goal. */
    @Parameter(property = "fluxrun.skip")
    private @Nullable String skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            if (flag("skip", skip)) {
                getLog().info("Skipping FluxRun because fluxrun.skip is set.");
                skipped();
            } else {
                run();
            }
        } catch (UserException e) {
            throw failure(e);
        } catch (StoreException e) {
            throw failure(Problem.STORE.because(e));
        } catch (FixtureException e) {
            throw failure(Problem.FILE.because(e));
        } catch (IOException e) {
            throw new MojoExecutionException("FluxRun could not read or write " + e.getMessage(), e);
        }
    }

    /** Without its cause, which Maven would print too: the message is one line that says what to do. */
    private MojoFailureException failure(UserException e) {
        getLog().debug(e);
        return new MojoFailureException(e.getMessage());
    }

    abstract void run() throws IOException;

    /** What a goal owes the build even when it is skipped. */
    void skipped() throws IOException {}

    final MavenSession session() {
        return session;
    }

    final Settings settings() {
        return new Settings(List.of(session.getUserProperties(), System.getProperties()), System.getenv());
    }

    final boolean flag(String key, @Nullable String configured) {
        var value = settings().get(key, configured);
        return value != null && (value.isEmpty() || Boolean.parseBoolean(value));
    }

    /** Returns the run that the POM's values mean, once system properties and environment had their say. */
    final RunChoice choice(@Nullable String store, @Nullable String runId, @Nullable String file) {
        var settings = settings();
        return new RunChoice(
                bases(), settings.get("store", store), settings.get("runId", runId), settings.get("run", file));
    }

    /** Returns the directories that a relative path may be meant from, the most likely one first. */
    final List<Path> bases() {
        var top = session.getTopLevelProject();
        return Stream.of(
                        Path.of(session.getExecutionRootDirectory()),
                        top == null || top.getBasedir() == null
                                ? Path.of(session.getExecutionRootDirectory())
                                : top.getBasedir().toPath())
                .distinct()
                .toList();
    }
}
