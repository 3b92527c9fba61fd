package io.fluxrun.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals have that work in a module. */
@SuppressWarnings("NullAway.Init")
public abstract class AbstractModuleMojo extends AbstractFluxRunMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    final MavenProject project() {
        return project;
    }

    final Module module() {
        try {
            var build = project.getBuild();
            return new Module(
                    project.getArtifactId(),
                    project.getBasedir().toPath(),
                    Path.of(build.getDirectory()),
                    Path.of(build.getOutputDirectory()),
                    Path.of(build.getTestOutputDirectory()),
                    project.getTestClasspathElements().stream().map(Path::of).toList(),
                    directories(project.getBuild().getResources()),
                    testSources(),
                    testResources());
        } catch (DependencyResolutionRequiredException e) {
            throw new IllegalStateException("a goal that uses the class path must require its resolution", e);
        }
    }

    private List<Path> directories(List<Resource> resources) {
        return resources.stream()
                .map(Resource::getDirectory)
                .map(directory -> project.getBasedir().toPath().resolve(directory))
                .toList();
    }

    private Path testSources() {
        var conventional = project.getBasedir().toPath().resolve("src/test/java");
        List<Path> roots =
                project.getTestCompileSourceRoots().stream().map(Path::of).toList();
        return roots.isEmpty() || roots.contains(conventional) ? conventional : roots.get(0);
    }

    private List<Path> testResources() {
        var roots = directories(project.getBuild().getTestResources());
        return roots.isEmpty() ? List.of(project.getBasedir().toPath().resolve("src/test/resources")) : roots;
    }
}
